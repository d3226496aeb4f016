using System.IO.Compression;

namespace SocialListening.Scoring.Embedded.Model;

/// <summary>
/// Sections of numbers in one file: a mark, the number of sections, the raw and packed length of each, and the sections, each
/// compressed by itself with Brotli (RFC 7932). Numbers of one kind lie together, and where hard compression saves little the file has
/// the lightest, which is read several times as fast: the model is loaded before the first text can be scored.
/// </summary>
internal static class PackedSections
{
    private const uint Mark = 0x5A4D4C53;
    private const int MaxSections = 64;
    private const int MaxBytes = 64 << 20;
    private const int Window = 22;
    private const int Light = 1;
    private const int Hard = 11;

    // What hard compression must save to be worth its slower reading.
    private const double WorthSaving = 0.1;

    /// <summary>Packs the sections; the same sections give the same bytes.</summary>
    /// <exception cref="ArgumentException">There are more sections or bytes than <see cref="Read"/> takes.</exception>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> sections)
    {
        if (sections.Count > MaxSections || sections.Sum(section => (long)section.Length) > MaxBytes)
        {
            throw new ArgumentException($"A model has at most {MaxSections} sections and {MaxBytes} bytes.", nameof(sections));
        }

        var packed = sections.Select(section => Pack(section.Span)).ToArray();
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Mark);
        writer.Write(sections.Count);
        for (var i = 0; i < packed.Length; i++)
        {
            writer.Write(sections[i].Length);
            writer.Write(packed[i].Length);
        }

        foreach (var section in packed)
        {
            writer.Write(section);
        }

        return file.ToArray();
    }

    /// <summary>Gives the sections of a file one after the other. Reads 64 MiB at most, whatever the file says of itself.</summary>
    /// <exception cref="InvalidDataException">The stream holds no such file, or a damaged one.</exception>
    public static byte[] Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt32() != Mark)
            {
                throw new InvalidDataException("This is not a scoring model of the format that this version reads.");
            }

            var lengths = Lengths(reader);
            var raw = new byte[lengths.Sum(length => length.Raw)];
            var at = 0;
            foreach (var (length, packedLength) in lengths)
            {
                var packed = reader.ReadBytes(packedLength);
                if (!BrotliDecoder.TryDecompress(packed, raw.AsSpan(at, length), out var written) || written != length)
                {
                    throw Damaged();
                }

                at += length;
            }

            return raw;
        }
        catch (EndOfStreamException)
        {
            throw Damaged();
        }
    }

    private static (int Raw, int Packed)[] Lengths(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 1 or > MaxSections)
        {
            throw Damaged();
        }

        var lengths = new (int Raw, int Packed)[count];
        var total = 0L;
        for (var i = 0; i < count; i++)
        {
            lengths[i] = (reader.ReadInt32(), reader.ReadInt32());
            total += Math.Max(lengths[i].Raw, lengths[i].Packed);
            if (lengths[i].Raw < 0 || lengths[i].Packed < 0 || total > MaxBytes)
            {
                throw Damaged();
            }
        }

        return lengths;
    }

    private static byte[] Pack(ReadOnlySpan<byte> section)
    {
        var light = Pack(section, Light);
        var hard = Pack(section, Hard);
        return hard.Length < light.Length * (1 - WorthSaving) ? hard : light;
    }

    private static byte[] Pack(ReadOnlySpan<byte> section, int quality)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(section.Length)];
        return BrotliEncoder.TryCompress(section, packed, out var written, quality, Window)
            ? packed[..written]
            : throw new InvalidOperationException("Brotli could not compress into a buffer of its own maximum length.");
    }

    private static InvalidDataException Damaged() => new("The scoring model is cut short or damaged.");
}
