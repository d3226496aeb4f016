using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Platforms.Rss;

/// <summary>A later page of a feed, as it is kept in page tokens.</summary>
/// <param name="Next">Its address.</param>
/// <param name="Memo">The memo of the run's first page.</param>
internal sealed record RssPlace([property: JsonPropertyName("n")] string Next, [property: JsonPropertyName("m")] string Memo)
{
    /// <summary>Reads a token; <see langword="null"/> when it is missing or broken, which starts the run anew.</summary>
    public static RssPlace? Read(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(token, RssJsonContext.Default.RssPlace) is { Next: not null, Memo: not null } place ? place : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public string Write() => JsonSerializer.Serialize(this, RssJsonContext.Default.RssPlace);
}
