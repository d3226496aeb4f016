namespace SocialListening.Contracts;

/// <summary>A window <c>[From, To)</c> that one run began and a later run has to finish.</summary>
/// <param name="From">Where the window begins: the watermark when the run began.</param>
/// <param name="To">The oldest mention that the run reached.</param>
/// <param name="NewestSeen">The newest mention that the run saw: the watermark once the gap is closed.</param>
/// <param name="PageToken">The connector's position inside the window, if it can still be used.</param>
public sealed record CollectionGap(DateTimeOffset From, DateTimeOffset To, DateTimeOffset NewestSeen, string? PageToken);
