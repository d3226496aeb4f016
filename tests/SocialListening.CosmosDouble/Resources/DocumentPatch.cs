using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Gateway;
using SocialListening.CosmosDouble.Sql;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>A partial update: up to ten operations that act in order, all or none, under an optional condition.</summary>
internal sealed class DocumentPatch
{
    /// <summary>The service's limit.</summary>
    public const int MaxOperations = 10;

    private readonly JsonElement[] _operations;
    private readonly SqlQuery? _condition;

    private DocumentPatch(JsonElement[] operations, SqlQuery? condition) => (_operations, _condition) = (operations, condition);

    /// <summary>Reads a patch's JSON.</summary>
    /// <exception cref="GatewayException">400 for a broken patch or more than ten operations.</exception>
    public static DocumentPatch Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var root = JsonDocument.Parse(json, DocumentBody.Parsing).RootElement;
            var operations = (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("operations")).EnumerateArray().ToArray();
            if (operations.Length is 0 or > MaxOperations)
            {
                throw GatewayException.BadRequest($"The number of patch operations can't exceed '{MaxOperations}'.");
            }

            return new(operations, Condition(root));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw GatewayException.BadRequest($"The patch is invalid: {malformed.Message}");
        }
    }

    /// <summary>Whether the condition holds for a document.</summary>
    public bool Fits(JsonElement document) => _condition is null || _condition.Matches(document);

    /// <summary>The document with every operation applied.</summary>
    /// <exception cref="GatewayException">400 when an operation does not fit the document.</exception>
    public JsonElement Apply(JsonElement document)
    {
        var root = JsonObject.Create(document.Clone())!;
        foreach (var operation in _operations)
        {
            Apply(root, operation);
        }

        return root.Deserialize<JsonElement>();
    }

    private static SqlQuery? Condition(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("condition", out var condition) && condition.GetString() is { } text
            ? SqlQuery.ParseCondition(text)
            : null;

    private static void Apply(JsonObject root, JsonElement operation)
    {
        var kind = operation.GetProperty("op").GetString()!;
        var target = PatchTarget.Find(root, operation.GetProperty("path").GetString()!);
        switch (kind)
        {
            case "add": target.Add(Value(operation)); break;
            case "set": target.Set(Value(operation)); break;
            case "replace": target.Replace(Value(operation)); break;
            case "remove": target.Remove(); break;
            case "incr": target.Increment(operation.GetProperty("value")); break;
            case "move": target.Add(PatchTarget.Find(root, operation.GetProperty("from").GetString()!).Remove()); break;
            default: throw GatewayException.BadRequest($"The patch operation '{kind}' is not known.");
        }
    }

    private static JsonNode? Value(JsonElement operation) =>
        operation.TryGetProperty("value", out var value) ? JsonSerializer.SerializeToNode(value) : throw GatewayException.BadRequest("The patch operation lacks its value.");
}
