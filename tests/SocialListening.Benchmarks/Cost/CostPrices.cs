namespace SocialListening.Benchmarks.Cost;

/// <summary>Prices in US dollars.</summary>
/// <param name="AsOf">When they were true, in words.</param>
/// <param name="QueueCalls10K">10,000 queue transactions.</param>
/// <param name="RequestUnitsMillion">A million request units, serverless.</param>
/// <param name="LanguageRecordsThousand">1,000 text records.</param>
internal sealed record CostPrices(string AsOf, double QueueCalls10K, double RequestUnitsMillion, double LanguageRecordsThousand)
{
    public double QueueCalls(double calls) => calls * QueueCalls10K / 10_000;

    public double RequestUnits(double units) => units * RequestUnitsMillion / 1_000_000;

    public double LanguageRecords(double records) => records * LanguageRecordsThousand / 1_000;
}
