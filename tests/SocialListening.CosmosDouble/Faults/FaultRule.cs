namespace SocialListening.CosmosDouble.Faults;

/// <summary>When a fault strikes.</summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Share of the requests that are struck, 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Kinds of requests that can be struck. Default: all but metadata.</summary>
    public IReadOnlySet<RequestKind>? On { get; init; }

    /// <summary>How often it strikes at most. Default: no limit.</summary>
    public int? Times { get; init; }

    /// <summary>The wait that 429 and 449 ask for, or how late a late answer is. Default 1 ms.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(1);

    internal bool Concerns(RequestKind kind) => On?.Contains(kind) ?? kind != RequestKind.Metadata;
}
