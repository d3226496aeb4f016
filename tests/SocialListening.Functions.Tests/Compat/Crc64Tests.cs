using System.IO.Hashing;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace SocialListening.Functions.Tests.Compat;

public sealed class Crc64Tests
{
    [Theory]
    [InlineData("", "0000000000000000")]
    [InlineData("123456789", "6C40DF5F0B497347")]
    [InlineData("\u0001", "42F0E1EBA9EA3693")]
    public void Hash_OfPublishedInputs_IsThePublishedValue(string input, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Crc64.Hash(Encoding.ASCII.GetBytes(input))));

    [Fact]
    public async Task Append_InPiecesOrFromStreams_IsTheHashOfTheWhole()
    {
        var data = new byte[70_000];
        new Random(1).NextBytes(data);
        var expected = Crc64.Hash(data);

        var crc = new Crc64();
        crc.Append(data.AsSpan(0, 1));
        crc.Append(new MemoryStream(data, 1, 40_000));
        await crc.AppendAsync(new MemoryStream(data, 40_001, 29_999));

        Assert.Equal(expected, crc.GetCurrentHash());
        Assert.Equal(expected, crc.GetHashAndReset());
        Assert.Equal(new byte[8], crc.GetCurrentHash());
    }

    [Fact]
    public void GetCurrentHash_IntoTooShortASpan_IsRefused()
    {
        var crc = new Crc64();
        Assert.False(crc.TryGetCurrentHash(new byte[7], out var written));
        Assert.Equal(0, written);
        Assert.Throws<ArgumentException>(() => crc.GetCurrentHash(new byte[7]));
    }

    [Theory]
    [InlineData("Azure.Storage.Common", true)]
    [InlineData("Azure.Storage.Queues", false)]
    public void StorageSdk_FindsEveryMemberItUses(string assembly, bool usesSome)
    {
        var uses = 0;
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                var type = reader.GetTypeReference((TypeReferenceHandle)member.Parent);
                if (type.ResolutionScope.Kind == HandleKind.AssemblyReference
                    && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == "System.IO.Hashing")
                {
                    uses++;
                    var found = typeof(Crc64).Assembly.GetType($"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}");
                    Assert.True(
                        found?.GetMember(reader.GetString(member.Name), BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).Length > 0,
                        $"{reader.GetString(type.Name)}.{reader.GetString(member.Name)}");
                }
            }
        }

        Assert.Equal(usesSome, uses > 0);
    }
}
