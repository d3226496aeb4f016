namespace SocialListening.Storage;

/// <summary>How much was removed.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Buckets">Five-minute counts.</param>
/// <param name="Coverage">Coverage records.</param>
/// <param name="Notifications">Notes of who was told.</param>
/// <param name="Entries">Entries of the two ledgers.</param>
public readonly record struct RetentionOutcome(int Mentions, int Buckets, int Coverage, int Notifications, int Entries)
{
    /// <summary>The largest of them.</summary>
    public int Most => Math.Max(Math.Max(Math.Max(Mentions, Buckets), Math.Max(Coverage, Notifications)), Entries);

    /// <summary>Adds.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static RetentionOutcome operator +(RetentionOutcome one, RetentionOutcome other) => new(
        one.Mentions + other.Mentions, one.Buckets + other.Buckets, one.Coverage + other.Coverage, one.Notifications + other.Notifications, one.Entries + other.Entries);
}
