namespace SocialListening.Storage;

/// <summary>Before which instants what is stored has served its time.</summary>
/// <param name="Now">The present: what says itself until when it is kept goes by it.</param>
/// <param name="Mentions">Mentions last read before it go.</param>
/// <param name="Buckets">Five-minute counts that began before it go, once no mention that they count is stored.</param>
/// <param name="Coverage">Coverage that ended before it goes.</param>
/// <param name="Notifications">Notes of who was told, of alerts whose onset lies before it, go.</param>
public sealed record RetentionCutoffs(DateTimeOffset Now, DateTimeOffset Mentions, DateTimeOffset Buckets, DateTimeOffset Coverage, DateTimeOffset Notifications);
