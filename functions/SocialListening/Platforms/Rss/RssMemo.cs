using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Platforms.Rss;

/// <summary>What is remembered of a feed from one completed poll to the next; at most 16 KiB as JSON.</summary>
internal sealed record RssMemo
{
    private const int MaxLength = 16 * 1024;
    private const int MaxKnown = 800;
    private const int MaxUndated = 200;
    private const int MaxHeader = 512;

    /// <summary>Where the feed has moved for good.</summary>
    [JsonPropertyName("u")]
    public string? MovedTo { get; init; }

    /// <summary>The configured address that this belongs to, hashed.</summary>
    [JsonPropertyName("f")]
    public string? Feed { get; init; }

    /// <summary>The brand's query that this belongs to, hashed: for another one the whole feed has to be read again.</summary>
    [JsonPropertyName("q")]
    public string? Query { get; init; }

    /// <summary>The ETag, verbatim.</summary>
    [JsonPropertyName("e")]
    public string? ETag { get; init; }

    /// <summary>The Last-Modified date, verbatim.</summary>
    [JsonPropertyName("m")]
    public string? LastModified { get; init; }

    /// <summary>When the feed was last read well, in seconds since 1970.</summary>
    [JsonPropertyName("o")]
    public long LastGood { get; init; }

    /// <summary>Short hashes of the entries that the feed held, each 11 characters, without separators.</summary>
    [JsonPropertyName("k")]
    public string Known { get; init; } = "";

    /// <summary>When entries without a date were first seen, in seconds since 1970, by the short hash of their id.</summary>
    [JsonPropertyName("s")]
    public IReadOnlyDictionary<string, long> FirstSeen { get; init; } = new Dictionary<string, long>();

    /// <summary>The known entries as a set.</summary>
    public HashSet<string> KnownSet()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + ShortHash.Length <= Known.Length; i += ShortHash.Length)
        {
            known.Add(Known.Substring(i, ShortHash.Length));
        }

        return known;
    }

    /// <summary>Reads a memo; one that is missing, broken or of another feed counts as none.</summary>
    public static RssMemo Read(string? json, string feed)
    {
        if (json is { Length: > 0 and <= MaxLength })
        {
            try
            {
                if (JsonSerializer.Deserialize(json, RssJsonContext.Default.RssMemo) is { } memo && memo.Feed == feed)
                {
                    return memo;
                }
            }
            catch (JsonException)
            {
                // A memo only saves work: without it the feed is read whole.
            }
        }

        return new RssMemo { Feed = feed };
    }

    /// <summary>Writes the memo, leaving out what would make it too long.</summary>
    public string Write()
    {
        var memo = this with
        {
            ETag = ETag?.Length > MaxHeader ? null : ETag,
            LastModified = LastModified?.Length > MaxHeader ? null : LastModified,
            MovedTo = MovedTo?.Length > 2048 ? null : MovedTo,
            Known = Known.Length > MaxKnown * ShortHash.Length ? Known[..(MaxKnown * ShortHash.Length)] : Known,
            FirstSeen = FirstSeen.Count > MaxUndated
                ? FirstSeen.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxUndated).ToDictionary()
                : FirstSeen,
        };
        return JsonSerializer.Serialize(memo, RssJsonContext.Default.RssMemo);
    }
}
