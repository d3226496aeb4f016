namespace SocialListening.Contracts;

/// <summary>A window <c>[From, To)</c> that one run began and a later run has to finish.</summary>
/// <param name="From">Where the window begins: the watermark when the run began.</param>
/// <param name="To">The oldest mention that the run reached.</param>
/// <param name="NewestSeen">The newest mention that the run saw: the watermark once the gap is closed.</param>
/// <param name="PageToken">The connector's position inside the window; <see langword="null"/> to go on from <paramref name="To"/> by time.</param>
/// <param name="Until">The upper end of the request that <paramref name="PageToken"/> belongs to; <see langword="null"/> for none.</param>
public sealed record CollectionGap(DateTimeOffset From, DateTimeOffset To, DateTimeOffset NewestSeen, string? PageToken, DateTimeOffset? Until = null);
