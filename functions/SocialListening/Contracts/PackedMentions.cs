namespace SocialListening.Contracts;

/// <summary>The data of a <c>mentions</c> envelope.</summary>
/// <param name="Count">How many mentions are packed.</param>
/// <param name="Brotli">A <see cref="MentionBatch"/> as JSON, Brotli-compressed (RFC 7932), in Base64 by the JSON writer.</param>
public sealed record PackedMentions(int Count, byte[] Brotli);
