using System.Text.Json;

namespace SocialListening.Functions.Tests.Http;

/// <summary>Compares answers with the schemas of an OpenAPI document, as far as this document uses JSON Schema.</summary>
internal sealed class ApiSchemas(JsonElement document)
{
    /// <summary>Says what in an answer is not as the document describes it, one line each; nothing when all is.</summary>
    /// <param name="path">The path of the document that answered with 200.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="method">The method that was used.</param>
    public IReadOnlyList<string> Compare(string path, JsonElement answer, string method = "get")
    {
        var schema = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var differences = new List<string>();
        Compare(schema, answer, "$", differences);
        return [.. differences.Distinct()];
    }

    private void Compare(JsonElement schema, JsonElement value, string at, List<string> differences)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name));
        }

        var type = schema.GetProperty("type").GetString()!;
        var fits = type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => false,
        };
        if (!fits)
        {
            differences.Add($"{at} is {value.ValueKind}, not {type}");
        }
        else if (type == "object")
        {
            CompareObject(schema, value, at, differences);
        }
        else if (type == "array")
        {
            foreach (var item in value.EnumerateArray())
            {
                Compare(schema.GetProperty("items"), item, at + "[]", differences);
            }
        }
        else
        {
            CompareValue(schema, value, at, differences);
        }
    }

    private void CompareObject(JsonElement schema, JsonElement value, string at, List<string> differences)
    {
        var open = schema.TryGetProperty("additionalProperties", out var additional);
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out var described))
            {
                Compare(described, property.Value, $"{at}.{property.Name}", differences);
            }
            else if (open)
            {
                Compare(additional, property.Value, $"{at}.*", differences);
            }
            else
            {
                differences.Add($"{at}.{property.Name} is not described");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            differences.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"));
        }
    }

    private static void CompareValue(JsonElement schema, JsonElement value, string at, List<string> differences)
    {
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(choice => choice.GetString() == value.GetString()))
        {
            differences.Add($"{at} is '{value}', which is not in its list");
        }

        if (schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" && !value.TryGetDateTimeOffset(out _))
        {
            differences.Add($"{at} is '{value}', which is no time");
        }

        if ((schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble())
            || (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble()))
        {
            differences.Add($"{at} is {value}, out of its range");
        }
    }
}
