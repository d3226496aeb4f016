using System.Text.Json;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>Where a container's documents carry their partition key.</summary>
internal sealed record KeyDefinition(IReadOnlyList<IReadOnlyList<string>> Paths, bool Hierarchical)
{
    private const int MaxLevels = 3;

    /// <summary>Reads `partitionKey` of a container's definition.</summary>
    public static KeyDefinition Parse(JsonElement container)
    {
        if (!container.TryGetProperty("partitionKey", out var key) || !key.TryGetProperty("paths", out var paths) || paths.GetArrayLength() == 0)
        {
            throw GatewayException.BadRequest("The partition key definition must have at least one path.");
        }

        var hierarchical = key.TryGetProperty("kind", out var kind) && kind.ValueEquals("MultiHash");
        if (paths.GetArrayLength() > (hierarchical ? MaxLevels : 1))
        {
            throw GatewayException.BadRequest("Too many partition key paths.");
        }

        return new([.. paths.EnumerateArray().Select(path => SplitPath(path.GetString()!))], hierarchical);
    }

    /// <summary>The key of a document.</summary>
    public KeyValue Of(JsonElement document) => new([.. Paths.Select(path => Component(document, path))]);

    private static KeyComponent Component(JsonElement document, IReadOnlyList<string> path)
    {
        foreach (var step in path)
        {
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(step, out document))
            {
                return KeyComponent.Absent;
            }
        }

        return KeyComponent.From(document);
    }

    private static string[] SplitPath(string path) =>
        path.StartsWith('/') && path.Length > 1
            ? [.. path[1..].Split('/').Select(step => step.Trim('"'))]
            : throw GatewayException.BadRequest($"The partition key path '{path}' is invalid.");
}
