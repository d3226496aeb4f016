namespace SocialListening.Contracts;

/// <summary>Stored mentions on their way to the language service. See <see cref="HardCaseBatchCodec"/> for the wire form.</summary>
/// <param name="Mentions">The mentions as they were stored, 1 or more.</param>
public sealed record HardCaseBatch(IReadOnlyList<ScoredMention> Mentions);
