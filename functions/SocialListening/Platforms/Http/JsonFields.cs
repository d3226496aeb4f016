using System.Globalization;
using System.Text.Json;

namespace SocialListening.Platforms.Http;

/// <summary>Reads fields of a platform's JSON as far as they are there and of the expected type; all else is <see langword="null"/>.</summary>
internal static class JsonFields
{
    /// <summary>Parses a body; <see langword="null"/> when it is no JSON, cut off, or nested more than 64 deep.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field that is there and not null.</summary>
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;

    /// <summary>A string field that is not empty.</summary>
    public static string? Text(this JsonElement element, string name) => element.Field(name)?.AsText();

    /// <summary>The text of a string element that is not empty.</summary>
    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON, but no text.
            return null;
        }
    }

    /// <summary>An id: a string, or a number as it is written.</summary>
    public static string? Id(this JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => element.Text(name),
    };

    /// <summary>A count, not negative.</summary>
    public static long? Count(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) && count >= 0 ? count : null;

    /// <summary>A number of any sign.</summary>
    public static long? Number(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>Whether a field is exactly <see langword="true"/>, or exactly <see langword="false"/>; <see langword="null"/> when it is neither.</summary>
    public static bool? Flag(this JsonElement element, string name) => element.Field(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>An ISO 8601 instant in UTC.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        DateTimeOffset.TryParse(element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>The elements of an array field; none when it is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
