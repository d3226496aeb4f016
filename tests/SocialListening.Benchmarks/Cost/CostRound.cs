namespace SocialListening.Benchmarks.Cost;

/// <summary>What one way of working took for a number of mentions.</summary>
/// <param name="Mentions">Mentions stored.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="QueueCalls">Transactions of storage queues.</param>
/// <param name="CosmosCalls">Round trips to Cosmos DB, metadata left out.</param>
/// <param name="RequestUnits">Request units by the doubled account's model.</param>
internal sealed record CostRound(int Mentions, double Seconds, long QueueCalls, long CosmosCalls, double RequestUnits)
{
    /// <summary>What a day without a single mention takes.</summary>
    public FixedCost Fixed { get; init; } = new(0, 0, 0);

    public double PerSecond => Mentions / Seconds;

    public double QueueCallsPerThousand => QueueCalls * 1000.0 / Mentions;

    public double CosmosCallsPerThousand => CosmosCalls * 1000.0 / Mentions;

    public double RequestUnitsPerThousand => RequestUnits * 1000.0 / Mentions;
}
