using System.Buffers.Binary;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>
/// Makes resource ids in the service's form: Base64 (with '-' for '/') of 4 bytes for a database, 8 for a container,
/// whose fifth byte has its top bit set, and 16 for what lies in a container.
/// </summary>
internal static class ResourceIds
{
    private const uint ContainerFlag = 0x8000_0000;

    /// <summary>The id of the n-th database.</summary>
    public static string Database(uint number) => Encode(DatabaseBytes(number));

    /// <summary>The id of the n-th container of a database.</summary>
    public static string Container(string database, uint number)
    {
        var bytes = new byte[8];
        Decode(database).CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), ContainerFlag | number);
        return Encode(bytes);
    }

    /// <summary>The id of the n-th document of a container.</summary>
    public static string Document(string container, long number)
    {
        var bytes = new byte[16];
        Decode(container).CopyTo(bytes, 0);
        // Little-endian: the top nibble of the last byte tells the kind of resource, 0 for a document.
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
        return Encode(bytes);
    }

    /// <summary>The number of a document within its container: documents sort by it.</summary>
    public static long Number(string document) => BinaryPrimitives.ReadInt64LittleEndian(Decode(document).AsSpan(8));

    /// <summary>The id of the n-th physical partition of a container.</summary>
    public static string Range(string container, int number)
    {
        var bytes = Decode(Document(container, number));
        bytes[15] = 0x50;
        return Encode(bytes);
    }

    private static byte[] DatabaseBytes(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x4000_0000 | number);
        return bytes;
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');

    private static byte[] Decode(string id) => Convert.FromBase64String(id.Replace('-', '/'));
}
