using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>
/// The CRC-64 of ECMA-182 (polynomial 42F0E1EBA9EA3693, start 0, not reflected, not inverted), written with the highest byte
/// first (https://www.ecma-international.org/publications-and-standards/standards/ecma-182/).
/// </summary>
public sealed class Crc64 : NonCryptographicHashAlgorithm
{
    private const int Bytes = sizeof(ulong);
    private const ulong Polynomial = 0x42F0E1EBA9EA3693;
    private static readonly ulong[] Table = MakeTable();

    private ulong _value;

    /// <summary>Starts with no data.</summary>
    public Crc64()
        : base(Bytes)
    {
    }

    /// <summary>Gives the hash of some data.</summary>
    /// <param name="source">The data.</param>
    /// <exception cref="ArgumentNullException">The data is <see langword="null"/>.</exception>
    public static byte[] Hash(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(source.AsSpan());
    }

    /// <summary>Gives the hash of some data.</summary>
    /// <param name="source">The data.</param>
    public static byte[] Hash(ReadOnlySpan<byte> source)
    {
        var hash = new byte[Bytes];
        BinaryPrimitives.WriteUInt64BigEndian(hash, Update(0, source));
        return hash;
    }

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> source) => _value = Update(_value, source);

    /// <inheritdoc/>
    public override void Reset() => _value = 0;

    /// <inheritdoc/>
    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt64BigEndian(destination, _value);

    private static ulong Update(ulong value, ReadOnlySpan<byte> source)
    {
        foreach (var piece in source)
        {
            value = Table[(byte)(value >> 56) ^ piece] ^ (value << 8);
        }

        return value;
    }

    private static ulong[] MakeTable()
    {
        var table = new ulong[256];
        for (var i = 0; i < table.Length; i++)
        {
            var value = (ulong)i << 56;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & (1UL << 63)) != 0 ? (value << 1) ^ Polynomial : value << 1;
            }

            table[i] = value;
        }

        return table;
    }
}
