namespace SocialListening.Contracts;

/// <summary>What the language service cost on one day, in text records.</summary>
public sealed record BudgetDay
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Records of calls that have ended, as the service counted them.</summary>
    public long Spent { get; init; }

    /// <summary>
    /// The most records of each call under way, by the call's id. A call whose process died stays: it may have been billed.
    /// </summary>
    public IReadOnlyDictionary<string, int> Reserved { get; init; } = new Dictionary<string, int>();

    /// <summary>Records that are spent or may be.</summary>
    public long Committed => Spent + Reserved.Values.Sum(records => (long)records);
}
