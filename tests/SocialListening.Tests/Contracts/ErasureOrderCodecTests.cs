using System.Text;
using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Contracts;

public sealed class ErasureOrderCodecTests
{
    [Fact]
    public void Write_LongIds_CutsTheOrderIntoMessagesThatFit()
    {
        var order = Posts([.. Enumerable.Range(0, ErasureOrder.MaxPosts).Select(i => new string('é', ErasureOrder.LongestId - 3) + i)]);

        var texts = ErasureOrderCodec.Write(order);

        Assert.True(texts.Count > 1);
        Assert.All(texts, text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, EnvelopeCodec.MaxBytes));
        Assert.Equal(order.Subjects, texts.SelectMany(text => ErasureOrderCodec.Read(text).Subjects));
    }

    [Fact]
    public void Write_AuthorWithManyDeleted_ForgetsSomeOfThemRatherThanTheAuthor()
    {
        var order = Posts(["lea"]) with { Kind = ErasureKind.Author, Deleted = [.. Enumerable.Range(0, 200).Select(i => new string('x', 500) + i)] };

        var read = ErasureOrderCodec.Read(Assert.Single(ErasureOrderCodec.Write(order)));

        Assert.Equal(["lea"], read.Subjects);
        Assert.Equal(order.Deleted.Take(read.Deleted.Count), read.Deleted);
        Assert.InRange(read.Deleted.Count, 10, 199);
    }

    [Fact]
    public void Write_OrderThatNamesNobodyOrTooMany_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ErasureOrderCodec.Write(Posts([])));
        Assert.Throws<ArgumentException>(() => ErasureOrderCodec.Write(Posts([""])));
        Assert.Throws<ArgumentException>(() => ErasureOrderCodec.Write(Posts(["a", "b"]) with { Kind = ErasureKind.Author }));
        Assert.Throws<ArgumentException>(() => ErasureOrderCodec.Write(Posts([.. Enumerable.Range(0, ErasureOrder.MaxPosts + 1).Select(i => $"{i}")])));
    }

    private static ErasureOrder Posts(IReadOnlyList<string> posts) =>
        new() { Kind = ErasureKind.Post, Platform = "x", Subjects = posts, Reason = ErasureReason.PostDeleted, RequestedAtUtc = Samples.Noon };
}
