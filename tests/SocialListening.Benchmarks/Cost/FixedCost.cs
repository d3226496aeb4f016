namespace SocialListening.Benchmarks.Cost;

/// <summary>What a day takes however little is said: polls, watermarks, coverage and judging.</summary>
/// <param name="QueueCalls">Transactions of storage queues.</param>
/// <param name="CosmosCalls">Round trips to Cosmos DB.</param>
/// <param name="RequestUnits">Request units by the doubled account's model.</param>
internal sealed record FixedCost(double QueueCalls, double CosmosCalls, double RequestUnits);
