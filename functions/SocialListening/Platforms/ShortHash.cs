using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Platforms;

/// <summary>Tells contents apart in little room.</summary>
internal static class ShortHash
{
    /// <summary>The characters of a hash.</summary>
    public const int Length = 11;

    /// <summary>Gives 64 bits of SHA-256 over the parts, as eleven characters that are safe in addresses.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts)));
        return Convert.ToBase64String(hash.AsSpan(0, 8)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
