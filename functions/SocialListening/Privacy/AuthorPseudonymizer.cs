using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using SocialListening.Contracts;

namespace SocialListening.Privacy;

/// <summary>
/// Replaces who wrote a post by a keyed pseudonym (HMAC-SHA-256, RFC 2104), the same for the same author and key: authors can
/// be counted and told apart, but not named without the key.
/// </summary>
public sealed class AuthorPseudonymizer
{
    /// <summary>How every pseudonym begins.</summary>
    public const string Prefix = "p_";

    private const int Digits = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly byte[] _key;

    /// <summary>Takes the key.</summary>
    /// <param name="key">At least 32 secret bytes; changing it makes every author a new one.</param>
    /// <exception cref="ArgumentException">The key is shorter than 32 bytes.</exception>
    public AuthorPseudonymizer(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length < 32)
        {
            throw new ArgumentException("The pseudonym key must have at least 32 bytes.", nameof(key));
        }

        _key = [.. key];
    }

    /// <summary>Gives the mention with a pseudonym for its author's id and without handle and shown name. Not idempotent: apply once, at capture.</summary>
    /// <param name="mention">The mention as collected.</param>
    public Mention Apply(Mention mention)
    {
        var identity = mention.AuthorId ?? mention.AuthorHandle;
        return mention with
        {
            AuthorId = identity is null ? null : Pseudonym(mention.Platform, identity),
            AuthorHandle = null,
            AuthorDisplayName = null,
        };
    }

    /// <summary>Gives the pseudonym of an author: <c>p_</c> and 32 hex digits.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="authorId">The author's id there.</param>
    public string Pseudonym(string platform, string authorId)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{platform}\n{authorId}"), hash);
        return string.Concat(Prefix, Convert.ToHexStringLower(hash[..16]));
    }

    /// <summary>Whether a text has the form of a pseudonym.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPseudonym(string text) =>
        text.Length == Prefix.Length + Digits
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text.AsSpan(Prefix.Length).ContainsAnyExcept(HexDigits);

    /// <summary>Hides the key.</summary>
    public override string ToString() => nameof(AuthorPseudonymizer);
}
