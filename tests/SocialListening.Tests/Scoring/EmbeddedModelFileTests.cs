using System.IO.Compression;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Model;

namespace SocialListening.Tests.Scoring;

public sealed class EmbeddedModelFileTests
{
    private const int MaxBytes = 4_000_000;

    [Fact]
    public void Model_WrittenAndReadAgain_HasTheSameBytesAndFitsTheLimit()
    {
        var shipped = Shipped();
        Assert.InRange(shipped.Length, 1, MaxBytes);
        var model = EmbeddedModelFile.Read(new MemoryStream(shipped));

        var again = EmbeddedModelFile.Write(model);

        Assert.Equal(shipped, again);
        Assert.Equal(EmbeddedScorer.Load().ModelVersion, EmbeddedModelFile.Read(new MemoryStream(again)).Version + ".2");
    }

    [Fact]
    public void Read_NotAModel_IsRefused()
    {
        AssertRefused([]);
        AssertRefused([1, 2, 3]);
        AssertRefused(Brotli(new byte[64]));
        AssertRefused(PackedSections.Write([new byte[64]]));
    }

    [Fact]
    public void Read_CutShortAnywhere_IsRefused()
    {
        var shipped = Shipped();
        foreach (var length in (int[])[4, 8, 12, 60, 100, shipped.Length / 2, shipped.Length - 1])
        {
            AssertRefused(shipped[..length]);
        }
    }

    [Fact]
    public void Read_SectionsThatClaimMoreThanTheyHold_AreRefusedBeforeTheirMemoryIsTaken()
    {
        foreach (var claim in (int[])[-1, 17, int.MaxValue])
        {
            var file = PackedSections.Write([new byte[16]]);
            BitConverter.GetBytes(claim).CopyTo(file, 8);
            AssertRefused(file);
        }

        var many = PackedSections.Write([new byte[16]]);
        BitConverter.GetBytes(int.MaxValue).CopyTo(many, 4);
        AssertRefused(many);
    }

    [Fact]
    public void Sections_WrittenAndReadAgain_AreWhatTheyWere()
    {
        var random = new Random(7);
        var noise = new byte[10_000];
        random.NextBytes(noise);
        byte[] flat = [.. Enumerable.Repeat((byte)3, 10_000)];

        var raw = PackedSections.Read(new MemoryStream(PackedSections.Write([noise, Array.Empty<byte>(), flat])));

        Assert.Equal([.. noise, .. flat], raw);
    }

    private static void AssertRefused(byte[] file) => Assert.Throws<InvalidDataException>(() => EmbeddedScorer.Load(new MemoryStream(file)));

    private static byte[] Shipped()
    {
        using var stream = typeof(EmbeddedScorer).Assembly.GetManifestResourceStream("SocialListening.Scoring.Embedded.model.br")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static byte[] Brotli(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(content);
        }

        return packed.ToArray();
    }
}
