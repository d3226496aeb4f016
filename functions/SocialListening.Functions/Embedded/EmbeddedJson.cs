using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SocialListening.Functions.Embedded;

/// <summary>
/// Documents as UTF-8 JSON in the storage file. Letters outside ASCII are written as they are, since nothing here ends up in
/// a web page; half a surrogate pair becomes U+FFFD.
/// </summary>
internal static class EmbeddedJson
{
    private const int LargestKept = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // One of each for a thread: a stored mention then costs the bytes of its document and nothing else.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Writes a document.</summary>
    /// <param name="value">The document.</param>
    /// <param name="typeInfo">How to write it.</param>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Options);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, typeInfo);
        writer.Flush();
        var json = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > LargestKept)
        {
            _buffer = null;
            _writer = null;
        }

        return json;
    }

    /// <summary>Reads a document that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="typeInfo">How to read it.</param>
    public static T Read<T>(byte[] json, JsonTypeInfo<T> typeInfo)
        where T : class =>
        JsonSerializer.Deserialize(json, typeInfo) ?? throw new JsonException("A stored document is null.");

    /// <summary>Writes counts by key as one JSON object.</summary>
    /// <param name="counts">The counts.</param>
    public static byte[] WriteCounts(SortedDictionary<string, int> counts)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var (key, count) in counts)
            {
                writer.WriteNumber(key, count);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Adds the counts that <see cref="WriteCounts"/> wrote to a dictionary, which keeps its own order of keys.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="counts">Where to.</param>
    public static void ReadCounts(byte[] json, SortedDictionary<string, int> counts)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            counts[key] = reader.GetInt32();
        }
    }
}
