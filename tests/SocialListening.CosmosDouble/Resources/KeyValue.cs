using System.Text;
using System.Text.Json;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>The value of a partition key; with fewer levels than the container's it is a prefix.</summary>
internal sealed class KeyValue : IEquatable<KeyValue>
{
    /// <summary>The service's limit for one logical partition key, in UTF-8 bytes.</summary>
    public const int MaxBytes = 2048;

    private readonly string _canonical;

    public KeyValue(IReadOnlyList<KeyComponent> components)
    {
        Components = components;
        _canonical = Canonical(components);
    }

    /// <summary>The levels, outermost first.</summary>
    public IReadOnlyList<KeyComponent> Components { get; }

    /// <summary>Reads the key header, a JSON array.</summary>
    public static KeyValue Parse(string header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            return new([.. json.RootElement.EnumerateArray().Select(KeyComponent.From)]);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw GatewayException.BadRequest($"Partition key {header} is invalid.");
        }
    }

    /// <summary>Whether this key, full or prefix, covers another.</summary>
    public bool Covers(KeyValue other) =>
        Components.Count <= other.Components.Count && Components.Zip(other.Components).All(pair => pair.First == pair.Second);

    /// <summary>Refuses a key beyond the service's limit.</summary>
    public void CheckSize()
    {
        if (Components.Sum(component => Encoding.UTF8.GetByteCount(component.Text)) > MaxBytes)
        {
            throw GatewayException.BadRequest($"Partition key exceeds the maximum size of {MaxBytes} bytes.");
        }
    }

    public bool Equals(KeyValue? other) => other is not null && string.Equals(_canonical, other._canonical, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as KeyValue);

    public override int GetHashCode() => _canonical.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _canonical;

    private static string Canonical(IReadOnlyList<KeyComponent> components)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var component in components)
            {
                component.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
