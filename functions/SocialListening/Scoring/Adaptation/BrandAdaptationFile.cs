using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Scoring.Adaptation;

/// <summary>
/// The file of a <see cref="BrandAdaptation"/>: Brotli (RFC 7932) around little-endian fields. The same adaptation gives the
/// same bytes.
/// </summary>
public static class BrandAdaptationFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 100 * 1024;

    private const uint Magic = 0x31414C53;

    /// <summary>Writes the file.</summary>
    /// <param name="adaptation">What to write.</param>
    /// <param name="target">Where to; stays open.</param>
    public static void Write(BrandAdaptation adaptation, Stream target)
    {
        using var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        brotli.Write(Content(adaptation.BaseModel, adaptation.Texts, adaptation.NegativeBias, adaptation.PositiveBias, adaptation.Scale, adaptation.Weights));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="source">The file.</param>
    /// <exception cref="InvalidDataException">It is no such file, or larger than <see cref="MaxBytes"/> allow.</exception>
    public static BrandAdaptation Read(Stream source)
    {
        try
        {
            using var brotli = new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true);
            using var content = new MemoryStream();
            var buffer = new byte[8192];
            for (int read; (read = brotli.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MaxBytes)
                {
                    throw new InvalidDataException($"An adaptation has at most {MaxBytes} bytes.");
                }
            }

            content.Position = 0;
            using var reader = new BinaryReader(content, Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The file is no adaptation, or is damaged.", e);
        }
    }

    /// <summary>Makes an adaptation, which is named by its content.</summary>
    internal static BrandAdaptation Make(string baseModel, int texts, float negativeBias, float positiveBias, float scale, IReadOnlyDictionary<uint, (sbyte Negative, sbyte Positive)> weights)
    {
        var content = Content(baseModel, texts, negativeBias, positiveBias, scale, weights);
        return new BrandAdaptation(baseModel, texts, negativeBias, positiveBias, scale, weights, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 4)));
    }

    private static BrandAdaptation Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("The file is no adaptation.");
        }

        var baseModel = reader.ReadString();
        var texts = reader.ReadInt32();
        var (negativeBias, positiveBias, scale) = (reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var count = reader.ReadInt32();
        if (count is < 0 or > BrandAdaptation.MaxWeights || !float.IsFinite(negativeBias) || !float.IsFinite(positiveBias) || !float.IsFinite(scale))
        {
            throw new InvalidDataException("The adaptation is damaged.");
        }

        var weights = new Dictionary<uint, (sbyte Negative, sbyte Positive)>(count);
        for (var i = 0; i < count; i++)
        {
            weights[reader.ReadUInt32()] = (reader.ReadSByte(), reader.ReadSByte());
        }

        return reader.BaseStream.Position == reader.BaseStream.Length
            ? Make(baseModel, texts, negativeBias, positiveBias, scale, weights)
            : throw new InvalidDataException("The adaptation is damaged.");
    }

    private static byte[] Content(string baseModel, int texts, float negativeBias, float positiveBias, float scale, IReadOnlyDictionary<uint, (sbyte Negative, sbyte Positive)> weights)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(baseModel);
        writer.Write(texts);
        writer.Write(negativeBias);
        writer.Write(positiveBias);
        writer.Write(scale);
        writer.Write(weights.Count);
        foreach (var (feature, weight) in weights.OrderBy(entry => entry.Key))
        {
            writer.Write(feature);
            writer.Write(weight.Negative);
            writer.Write(weight.Positive);
        }

        writer.Flush();
        return content.ToArray();
    }
}
