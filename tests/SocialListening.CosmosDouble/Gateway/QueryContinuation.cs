using System.Text.Json;
using SocialListening.CosmosDouble.Sql;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Writes and reads the token of the next page: Base64 of JSON, opaque to callers.</summary>
internal static class QueryContinuation
{
    /// <summary>Where the page before ended; null for the first page.</summary>
    public static SqlPosition? Parse(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var json = JsonDocument.Parse(Convert.FromBase64String(token)).RootElement;
            var keys = json.TryGetProperty("keys", out var given)
                ? given.EnumerateArray().Select(key => key.TryGetProperty("v", out var value) ? SqlValue.Of(value) : SqlValue.Undefined).ToArray()
                : null;
            return new(json.GetProperty("given").GetInt32(), keys, json.GetProperty("number").GetInt64(), json.GetProperty("ordinal").GetInt32());
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw GatewayException.BadRequest("Invalid Continuation Token");
        }
    }

    /// <summary>The token after a page.</summary>
    public static string Write(SqlPosition position) => Convert.ToBase64String(Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("given", position.Given);
        writer.WriteNumber("number", position.Number);
        writer.WriteNumber("ordinal", position.Ordinal);
        if (position.Keys is { } keys)
        {
            writer.WriteStartArray("keys");
            foreach (var key in keys)
            {
                writer.WriteStartObject();
                if (key.IsDefined)
                {
                    writer.WritePropertyName("v");
                    key.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }));
}
