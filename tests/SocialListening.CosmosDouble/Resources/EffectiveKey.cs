using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>
/// Where a partition key falls among the physical partitions: hash partitioning, version 2, as the SDK computes it to
/// send a request to the right range. Each level is hashed apart when the key is hierarchical.
/// </summary>
internal static class EffectiveKey
{
    /// <summary>Hexadecimal text whose ordinal order is the order of the ranges.</summary>
    public static string Of(KeyValue key, KeyDefinition definition) =>
        definition.Hierarchical
            ? string.Concat(key.Components.Select(component => Hash([component])))
            : Hash(key.Components);

    private static string Hash(IReadOnlyList<KeyComponent> components)
    {
        using var bytes = new MemoryStream();
        foreach (var component in components)
        {
            Write(bytes, component);
        }

        Span<byte> hash = stackalloc byte[16];
        var (low, high) = Murmur3.Hash128(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        BinaryPrimitives.WriteUInt64BigEndian(hash, high);
        BinaryPrimitives.WriteUInt64BigEndian(hash[8..], low);
        // The two top bits are free, so that every hash is below "FF".
        hash[0] &= 0x3F;
        return Convert.ToHexString(hash);
    }

    private static void Write(MemoryStream bytes, KeyComponent component)
    {
        switch (component.Kind)
        {
            case JsonValueKind.Null: bytes.WriteByte(1); break;
            case JsonValueKind.False: bytes.WriteByte(2); break;
            case JsonValueKind.True: bytes.WriteByte(3); break;
            case JsonValueKind.Number:
                bytes.WriteByte(5);
                bytes.Write(BitConverter.GetBytes(component.Number));
                break;
            case JsonValueKind.String:
                bytes.WriteByte(8);
                bytes.Write(Encoding.UTF8.GetBytes(component.Text));
                bytes.WriteByte(0xFF);
                break;
            default: bytes.WriteByte(0); break;
        }
    }
}
