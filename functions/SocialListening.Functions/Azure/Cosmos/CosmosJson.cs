using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Documents as the service keeps them: a contract's own JSON with the few properties added that keys, order and time to live
/// need. So whatever a contract gains is stored, and a dashboard reads the same names as the HTTP API's users.
/// </summary>
internal static class CosmosJson
{
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>An instant in the one form that sorts as text and that the service's date functions read.</summary>
    /// <param name="instant">The instant.</param>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>Gives a contract as a document that can be added to.</summary>
    /// <param name="value">The contract.</param>
    /// <param name="typeInfo">How to write it.</param>
    public static JsonObject ToObject<T>(T value, JsonTypeInfo<T> typeInfo) => JsonSerializer.SerializeToNode(value, typeInfo)!.AsObject();

    /// <summary>Writes a document. Letters outside ASCII are written as they are, since bytes cost and nothing here is a web page.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Write(JsonObject document)
    {
        using var stream = new MemoryStream(1024);
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            document.WriteTo(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Reads the contract in a document, whatever was added.</summary>
    /// <param name="document">The document.</param>
    /// <param name="typeInfo">How to read it.</param>
    /// <exception cref="JsonException">It holds no such contract.</exception>
    public static T Read<T>(JsonElement document, JsonTypeInfo<T> typeInfo)
        where T : class =>
        document.Deserialize(typeInfo) ?? throw new JsonException("A stored document is null.");
}
