using System.Text.Json;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>One level of a partition key: absent, null, a boolean, a number or a text.</summary>
internal readonly record struct KeyComponent(JsonValueKind Kind, string Text, double Number)
{
    /// <summary>The value of a document that lacks the key's path.</summary>
    public static KeyComponent Absent => new(JsonValueKind.Undefined, "", 0);

    /// <summary>Reads a component: an object or an array stands for an absent value.</summary>
    public static KeyComponent From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new(JsonValueKind.String, element.GetString()!, 0),
        JsonValueKind.Number => new(JsonValueKind.Number, "", element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => new(element.ValueKind, "", 0),
        _ => Absent,
    };

    /// <summary>Writes the component as the key header does: `{}` for an absent one.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.String: writer.WriteStringValue(Text); break;
            case JsonValueKind.Number: writer.WriteNumberValue(Number); break;
            case JsonValueKind.True: writer.WriteBooleanValue(true); break;
            case JsonValueKind.False: writer.WriteBooleanValue(false); break;
            case JsonValueKind.Null: writer.WriteNullValue(); break;
            default: writer.WriteStartObject(); writer.WriteEndObject(); break;
        }
    }
}
