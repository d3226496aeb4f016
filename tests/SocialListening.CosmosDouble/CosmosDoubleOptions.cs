namespace SocialListening.CosmosDouble;

/// <summary>How the doubled account behaves.</summary>
public sealed record CosmosDoubleOptions
{
    /// <summary>The clock behind `_ts`, expiry, throttling and injected latency. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Physical partitions per container, 1 to 64. More than one makes the SDK fan queries out and merge. Default 1.</summary>
    public int PhysicalPartitions { get; init; } = 1;

    /// <summary>Request units per second of the whole account; beyond them requests get 429. Default: no limit.</summary>
    public double? RequestUnitsPerSecond { get; init; }

    /// <summary>A file that every commit is appended to and that the account starts from. Default: memory only.</summary>
    public string? JournalPath { get; init; }
}
