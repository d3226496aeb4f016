using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Sentiment;

namespace SocialListening.Scoring.Embedded.Model;

/// <summary>The model's numbers as bytes: a mark, a format number and the arrays of <see cref="EmbeddedModel"/> in little-endian order, packed by <see cref="PackedSections"/>.</summary>
internal static class EmbeddedModelFile
{
    private const uint Mark = 0x314D4C53;
    private const int Format = 3;
    private const int Columns = 4;

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    public static byte[] Write(EmbeddedModel model)
    {
        List<ReadOnlyMemory<byte>> sections = [Head(model), MemoryMarshal.AsBytes(model.Valences.Values).ToArray(), UsedTags(model.Valences)];
        for (var column = 0; column < Columns; column++)
        {
            sections.Add(Array.ConvertAll(model.TextRows, row => (byte)(row >> (8 * column))));
        }

        sections.Add(MemoryMarshal.AsBytes(model.LanguageRows.AsSpan()).ToArray());
        return PackedSections.Write(sections);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream is not a model of this format.</exception>
    public static EmbeddedModel Read(Stream stream)
    {
        var raw = PackedSections.Read(stream);
        var reader = new ArrayReader(raw);
        if (reader.Read<uint>(2) is not [Mark, Format])
        {
            throw new InvalidDataException("This is not a scoring model of the format that this version reads.");
        }

        var bits = reader.Read<int>(3);
        if (bits is not [>= 8 and <= 18, >= 8 and <= 24, >= 16 and <= 20])
        {
            throw new InvalidDataException("The scoring model names impossible table sizes.");
        }

        var scales = reader.Read<float>(5);
        return new EmbeddedModel
        {
            LanguageBits = bits[0],
            TextBits = bits[1],
            LanguageScale = scales[0],
            SentimentScale = scales[1],
            ToxicityScale = scales[2],
            RegisterScale = scales[3],
            RegisterBias = scales[4],
            LanguageBias = reader.Read<float>(LanguageTable.Codes.Length),
            SummaryWeights = reader.Read<float>(EmbeddedModel.SummaryWeightCount),
            Temperatures = reader.Read<float>(LanguageTable.SentimentLanguages + 1),
            ToxicityBias = reader.Read<float>(LanguageTable.SentimentLanguages + 1),
            Valences = Valences(ref reader, bits[2]),
            TextRows = Interleave(
                reader.Take(1 << bits[1]),
                reader.Take(1 << bits[1]),
                reader.Take(1 << bits[1]),
                reader.Take(1 << bits[1])),
            LanguageRows = reader.Read<sbyte>(EmbeddedModel.LanguageRowBytes << bits[0]),
            Version = Convert.ToHexStringLower(SHA256.HashData(raw).AsSpan(0, 4)),
        };
    }

    private static byte[] Head(EmbeddedModel model)
    {
        using var raw = new MemoryStream();
        Append<uint>(raw, [Mark, Format]);
        Append<int>(raw, [model.LanguageBits, model.TextBits, model.Valences.Bits]);
        Append<float>(raw, [model.LanguageScale, model.SentimentScale, model.ToxicityScale, model.RegisterScale, model.RegisterBias]);
        Append<float>(raw, model.LanguageBias);
        Append<float>(raw, model.SummaryWeights);
        Append<float>(raw, model.Temperatures);
        Append<float>(raw, model.ToxicityBias);
        return raw.ToArray();
    }

    // A free slot has no tag worth writing.
    private static byte[] UsedTags(ValenceTable table)
    {
        var used = new List<ushort>();
        for (var slot = 0; slot < table.Values.Length; slot++)
        {
            if (table.Values[slot] != 0)
            {
                used.Add(table.Tags[slot]);
            }
        }

        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(used)).ToArray();
    }

    private static ValenceTable Valences(ref ArrayReader reader, int bits)
    {
        var values = reader.Read<sbyte>(1 << bits);
        var used = reader.Read<ushort>(values.AsSpan().Length - values.AsSpan().Count((sbyte)0));
        var tags = new ushort[values.Length];
        var next = 0;
        for (var slot = 0; slot < values.Length; slot++)
        {
            if (values[slot] != 0)
            {
                tags[slot] = used[next++];
            }
        }

        return new ValenceTable(bits, tags, values);
    }

    private static uint[] Interleave(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth)
    {
        var rows = new uint[first.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = first[i] | ((uint)second[i] << 8) | ((uint)third[i] << 16) | ((uint)fourth[i] << 24);
        }

        return rows;
    }

    private static void Append<T>(MemoryStream raw, ReadOnlySpan<T> values)
        where T : unmanaged => raw.Write(MemoryMarshal.AsBytes(values));

    private ref struct ArrayReader(ReadOnlySpan<byte> raw)
    {
        private ReadOnlySpan<byte> _rest = raw;

        public T[] Read<T>(int count)
            where T : unmanaged
        {
            var values = new T[count];
            var bytes = MemoryMarshal.AsBytes(values.AsSpan());
            Take(bytes.Length).CopyTo(bytes);
            return values;
        }

        public ReadOnlySpan<byte> Take(int count)
        {
            if (_rest.Length < count)
            {
                throw new InvalidDataException("The scoring model is cut short.");
            }

            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}
