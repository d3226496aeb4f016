using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Writes JSON bodies.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 160, SkipValidation = true };

    /// <summary>The bytes that <paramref name="write"/> writes.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    /// <summary>A feed: `{_rid, name: [items], _count}`.</summary>
    public static byte[] Feed(string rid, string name, IReadOnlyCollection<ReadOnlyMemory<byte>> items) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("_rid", rid);
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteRawValue(item.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
        writer.WriteNumber("_count", items.Count);
        writer.WriteEndObject();
    });
}
