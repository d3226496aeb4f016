using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>A document's JSON as sent, checked against what the service demands of every document.</summary>
internal sealed class DocumentBody
{
    /// <summary>The service's limit for a document, system properties included.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The service's limit for an id.</summary>
    public const int MaxIdBytes = 1023;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128 };

    private readonly JsonElement _root;

    private DocumentBody(JsonElement root, string id, int? timeToLive) => (_root, Id, TimeToLive) = (root, id, timeToLive);

    /// <summary>How documents are parsed: the service allows 128 levels.</summary>
    public static JsonDocumentOptions Parsing => new() { MaxDepth = 128 };

    public string Id { get; }

    /// <summary>Seconds; -1 for ever; null when the document has none of its own.</summary>
    public int? TimeToLive { get; }

    /// <summary>Parses and checks a body.</summary>
    /// <exception cref="GatewayException">400 for broken JSON, id or ttl; 413 for a body that is too large.</exception>
    public static DocumentBody Parse(ReadOnlyMemory<byte> json)
    {
        CheckSize(json.Length);
        try
        {
            return From(JsonDocument.Parse(json, Parsing).RootElement);
        }
        catch (JsonException malformed)
        {
            throw GatewayException.BadRequest($"The request payload is invalid: {malformed.Message}");
        }
    }

    /// <summary>Checks a parsed body.</summary>
    public static DocumentBody From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
        {
            throw GatewayException.BadRequest("The input content is invalid because the required properties - 'id; ' - are missing.");
        }

        CheckId(id.GetString()!);
        return new(root, id.GetString()!, ReadTimeToLive(root));
    }

    /// <summary>The value of the partition key.</summary>
    public KeyValue KeyOf(KeyDefinition definition) => definition.Of(_root);

    /// <summary>The document with its system properties.</summary>
    /// <exception cref="GatewayException">413 when it is too large with them.</exception>
    public byte[] Complete(string rid, string self, string etag, long timestamp)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            writer.WriteStartObject();
            foreach (var property in _root.EnumerateObject())
            {
                if (!IsSystem(property.Name))
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteString("_rid", rid);
            writer.WriteString("_self", self);
            writer.WriteString("_etag", etag);
            writer.WriteString("_attachments", "attachments/");
            writer.WriteNumber("_ts", timestamp);
            writer.WriteEndObject();
        }

        CheckSize(stream.Length);
        return stream.ToArray();
    }

    /// <summary>Whether the service itself fills a property.</summary>
    public static bool IsSystem(string name) => name is "_rid" or "_self" or "_etag" or "_attachments" or "_ts" or "_lsn";

    private static void CheckId(string id)
    {
        if (id.Length == 0 || id.AsSpan().IndexOfAny("/\\?#") >= 0 || id.EndsWith(' ') || Encoding.UTF8.GetByteCount(id) > MaxIdBytes)
        {
            throw GatewayException.BadRequest("The id is invalid: 1 to 1,023 bytes, without '/', '\\', '?' and '#'.");
        }
    }

    private static int? ReadTimeToLive(JsonElement root)
    {
        if (!root.TryGetProperty("ttl", out var ttl) || ttl.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return ttl.ValueKind == JsonValueKind.Number && ttl.TryGetInt32(out var seconds) && seconds is -1 or > 0
            ? seconds
            : throw GatewayException.BadRequest("The input ttl is invalid: it must be -1 or a positive whole number.");
    }

    private static void CheckSize(long bytes)
    {
        if (bytes > MaxBytes)
        {
            throw new GatewayException(413, "Request size is too large");
        }
    }
}
