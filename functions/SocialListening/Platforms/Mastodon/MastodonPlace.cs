using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Platforms.Mastodon;

/// <summary>A place in a timeline or in search results, as it is kept in page tokens and memos.</summary>
internal sealed record MastodonPlace
{
    /// <summary>The tag or terms and the server that it belongs to, hashed: another one starts anew.</summary>
    [JsonPropertyName("k")]
    public string? Key { get; init; }

    /// <summary>Going forward: the newest status read so far.</summary>
    [JsonPropertyName("n")]
    public string? MinId { get; init; }

    /// <summary>Going back: the oldest status read so far.</summary>
    [JsonPropertyName("x")]
    public string? MaxId { get; init; }

    /// <summary>Going back: the newest status of the run, from which the next run goes forward.</summary>
    [JsonPropertyName("t")]
    public string? Top { get; init; }

    /// <summary>In a memo: whether the run before ended before it had read everything, so that the next one goes on just there.</summary>
    [JsonPropertyName("c")]
    public bool Continue { get; init; }

    /// <summary>Reads a token or memo; <see langword="null"/> when it is missing, broken or of something else.</summary>
    public static MastodonPlace? Read(string? json, string key)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, MastodonJsonContext.Default.MastodonPlace) is { } place && place.Key == key ? place : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public string Write() => JsonSerializer.Serialize(this, MastodonJsonContext.Default.MastodonPlace);
}
