using System.Text.Json;

namespace SocialListening.CosmosDouble.Sql;

/// <summary>A value of the query language: JSON, or undefined. Arrays and objects may be views of a stored document.</summary>
internal readonly struct SqlValue
{
    private readonly JsonElement _element;
    private readonly object? _reference;

    private SqlValue(SqlKind kind, double number = 0, object? reference = null, JsonElement element = default) =>
        (Kind, Number, _reference, _element) = (kind, number, reference, element);

    public static SqlValue Undefined => default;

    public static SqlValue Null { get; } = new(SqlKind.Null);

    public SqlKind Kind { get; }

    /// <summary>The number; 1 and 0 for true and false.</summary>
    public double Number { get; }

    /// <summary>The text of a string.</summary>
    public string Text => (string)_reference!;

    public bool IsTrue => Kind == SqlKind.Boolean && Number != 0;

    public bool IsDefined => Kind != SqlKind.Undefined;

    public static SqlValue Of(bool value) => new(SqlKind.Boolean, value ? 1 : 0);

    public static SqlValue Of(double value) => double.IsFinite(value) ? new(SqlKind.Number, value) : Undefined;

    public static SqlValue Of(string value) => new(SqlKind.String, reference: value);

    public static SqlValue Of(SqlValue[] items) => new(SqlKind.Array, reference: items);

    public static SqlValue Of(List<KeyValuePair<string, SqlValue>> properties) => new(SqlKind.Object, reference: properties);

    public static SqlValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => new(SqlKind.Number, element.GetDouble(), element: element),
        JsonValueKind.String => Of(element.GetString()!),
        JsonValueKind.Array => new(SqlKind.Array, element: element),
        JsonValueKind.Object => new(SqlKind.Object, element: element),
        _ => Undefined,
    };

    /// <summary>A property of an object; undefined for anything else.</summary>
    public SqlValue Property(string name)
    {
        if (Kind != SqlKind.Object)
        {
            return Undefined;
        }

        if (_reference is List<KeyValuePair<string, SqlValue>> properties)
        {
            return properties.LastOrDefault(property => property.Key == name).Value;
        }

        return _element.TryGetProperty(name, out var value) ? Of(value) : Undefined;
    }

    /// <summary>An item of an array; undefined for anything else.</summary>
    public SqlValue Item(double index)
    {
        if (Kind != SqlKind.Array || index < 0 || index != Math.Floor(index) || index >= Count)
        {
            return Undefined;
        }

        return _reference is SqlValue[] items ? items[(int)index] : Of(_element[(int)index]);
    }

    /// <summary>Items in an array, 0 for anything else.</summary>
    public int Count => Kind != SqlKind.Array ? 0 : _reference is SqlValue[] items ? items.Length : _element.GetArrayLength();

    /// <summary>The items of an array.</summary>
    public IEnumerable<SqlValue> Items()
    {
        if (_reference is SqlValue[] items)
        {
            return items;
        }

        return Kind == SqlKind.Array ? _element.EnumerateArray().Select(Of) : [];
    }

    /// <summary>The properties of an object.</summary>
    public IEnumerable<KeyValuePair<string, SqlValue>> Properties()
    {
        if (_reference is List<KeyValuePair<string, SqlValue>> properties)
        {
            return properties;
        }

        return Kind == SqlKind.Object ? _element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Of(property.Value))) : [];
    }

    /// <summary>Writes JSON. Undefined items of arrays and properties of objects are left out.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_element.ValueKind != JsonValueKind.Undefined)
        {
            _element.WriteTo(writer);
            return;
        }

        switch (Kind)
        {
            case SqlKind.Null: writer.WriteNullValue(); break;
            case SqlKind.Boolean: writer.WriteBooleanValue(IsTrue); break;
            case SqlKind.Number: WriteNumber(writer, Number); break;
            case SqlKind.String: writer.WriteStringValue(Text); break;
            case SqlKind.Array: WriteItems(writer); break;
            case SqlKind.Object: WriteProperties(writer); break;
            default: throw new InvalidOperationException("An undefined value has no JSON.");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1L << 53)
        {
            writer.WriteNumberValue((long)number);
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }

    private void WriteItems(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in Items().Where(item => item.IsDefined))
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private void WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in Properties().Where(property => property.Value.IsDefined))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
