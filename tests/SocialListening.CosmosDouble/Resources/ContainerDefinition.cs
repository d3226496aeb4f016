using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>Fills a container's definition with what the service fills in.</summary>
internal static class ContainerDefinition
{
    /// <summary>Reads a definition as a client sends it.</summary>
    public static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var definition = JsonNode.Parse(body.Span)!.AsObject();
            if (definition["id"] is not JsonValue id || id.GetValueKind() != JsonValueKind.String)
            {
                throw GatewayException.BadRequest("The container lacks its id.");
            }

            if (definition["partitionKey"] is JsonObject key)
            {
                key["kind"] ??= "Hash";
                // New containers hash by version 2; a client that is told no version takes 1.
                key["version"] = 2;
            }

            definition["indexingPolicy"] = Policy(definition["indexingPolicy"]?.AsObject());
            return definition;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw GatewayException.BadRequest($"The container's definition is invalid: {malformed.Message}");
        }
    }

    private static JsonObject Policy(JsonObject? given)
    {
        var policy = given?.DeepClone().AsObject() ?? [];
        policy["indexingMode"] ??= "consistent";
        policy["automatic"] ??= true;
        // Without paths of its own a container indexes everything.
        if (policy["includedPaths"] is not JsonArray { Count: > 0 } && policy["excludedPaths"] is not JsonArray { Count: > 0 })
        {
            policy["includedPaths"] = new JsonArray(new JsonObject { ["path"] = "/*" });
        }

        policy["includedPaths"] ??= new JsonArray();
        var excluded = policy["excludedPaths"] as JsonArray ?? [];
        if (!excluded.Any(path => path!["path"]!.GetValue<string>() is "/\"_etag\"/?"))
        {
            excluded.Add(new JsonObject { ["path"] = "/\"_etag\"/?" });
        }

        policy["excludedPaths"] = excluded.Parent is null ? excluded : excluded.DeepClone();
        return policy;
    }
}
