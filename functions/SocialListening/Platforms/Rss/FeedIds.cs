using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Platforms.Rss;

/// <summary>Makes ids of entries. Feeds promise unique ids within themselves only, so each carries its feed.</summary>
internal static class FeedIds
{
    private const int MaxLength = 512;

    /// <summary>
    /// Gives the id of an entry: the address of the feed as configured and the entry's own id. The query of the address, which may
    /// hold a key, is hashed; so is what makes the id longer than 512 characters.
    /// </summary>
    public static string Of(Uri feed, string rawId)
    {
        var prefix = feed.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        if (feed.Query.Length > 1)
        {
            prefix = $"{prefix}?{Hash(feed.Query)[..16]}";
        }

        prefix = prefix.Length > 300 ? $"{feed.IdnHost}/{Hash(prefix)}" : prefix;
        var id = $"{prefix}#{rawId}";
        return id.Length <= MaxLength ? id : $"{prefix}#sha256:{Hash(rawId)}";
    }

    /// <summary>An id made of content, for an entry that has none.</summary>
    public static string OfContent(params ReadOnlySpan<string?> parts) => $"sha256:{Hash(string.Join('\u001F', parts!))}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
