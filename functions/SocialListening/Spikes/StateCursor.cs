using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SocialListening.Spikes;

/// <summary>
/// Walks over a state's fields in a fixed order, either reading or writing them, so that one method describes both
/// directions. Little-endian.
/// </summary>
internal ref struct StateCursor
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly Span<byte> _target;

    private StateCursor(ReadOnlySpan<byte> source, Span<byte> target, bool reading)
    {
        _source = source;
        _target = target;
        Reading = reading;
    }

    public bool Reading { get; }

    public int Position { get; private set; }

    public static StateCursor Reader(ReadOnlySpan<byte> source) => new(source, default, reading: true);

    public static StateCursor Writer(Span<byte> target) => new(default, target, reading: false);

    /// <summary>Checks a count or length that was read.</summary>
    /// <exception cref="FormatException">It is negative or larger than the most.</exception>
    public static int Bound(int value, int most) =>
        value >= 0 && value <= most ? value : throw new FormatException("The saved spike detection state is damaged.");

    public void Sync(ref double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        Sync(ref bits);
        value = BitConverter.Int64BitsToDouble(bits);
    }

    public void Sync(ref long value)
    {
        if (Reading)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(Take(8));
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);
        }
    }

    public void Sync(ref int value)
    {
        if (Reading)
        {
            value = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);
        }
    }

    public void Sync(ref bool value)
    {
        var number = value ? 1 : 0;
        Sync(ref number);
        value = number != 0;
    }

    public void Sync(Span<double> values) => Sync(MemoryMarshal.Cast<double, long>(values));

    public void Sync(Span<float> values) => Sync(MemoryMarshal.Cast<float, int>(values));

    public void Sync(Span<long> values) => Sync(MemoryMarshal.AsBytes(values));

    public void Sync(Span<int> values) => Sync(MemoryMarshal.AsBytes(values));

    /// <summary>Copies memory as it is: every platform of Azure Functions is little-endian too.</summary>
    public void Sync(Span<byte> values)
    {
        if (Reading)
        {
            Take(values.Length).CopyTo(values);
        }
        else
        {
            values.CopyTo(Room(values.Length));
        }
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _source.Length - Position)
        {
            throw new FormatException("The saved spike detection state ends too early.");
        }

        var part = _source.Slice(Position, bytes);
        Position += bytes;
        return part;
    }

    private Span<byte> Room(int bytes)
    {
        var part = _target.Slice(Position, bytes);
        Position += bytes;
        return part;
    }
}
