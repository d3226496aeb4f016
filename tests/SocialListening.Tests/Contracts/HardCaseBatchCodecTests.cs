using System.Text;
using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Contracts;

public sealed class HardCaseBatchCodecTests
{
    [Fact]
    public void Pack_ManyMentions_SplitsAndLosesNone()
    {
        var random = new Random(3);
        ScoredMention[] mentions =
        [
            .. Enumerable.Range(0, 250).Select(i => new ScoredMention(
                "atlas", Samples.FullMention() with { PlatformPostId = $"{i}", Text = Convert.ToBase64String(RandomBytes(random, 900)) }, Samples.FullScore(), Samples.Noon, "atlas/x") { Revision = 3 }),
        ];

        var messages = HardCaseBatchCodec.Pack(mentions);

        Assert.All(messages, message => Assert.True(Encoding.UTF8.GetByteCount(message) <= EnvelopeCodec.MaxBytes));
        var unpacked = messages.SelectMany(message => HardCaseBatchCodec.Unpack(message).Mentions).ToArray();
        Assert.Equal(mentions.Select(mention => mention.Mention.Id), unpacked.Select(mention => mention.Mention.Id));
        Assert.All(unpacked, mention => Assert.Equal(3, mention.Revision));
        Assert.Equal(mentions[7].Mention.Text, unpacked[7].Mention.Text);
        Assert.Equal(PendingReason.Budget, unpacked[7].Score.Pending);
    }

    [Fact]
    public void Pack_OneThatNoMessageHolds_LeavesItOut()
    {
        var huge = new ScoredMention("atlas", Samples.Mention(text: Convert.ToBase64String(RandomBytes(new Random(4), 75_000))), Samples.Score(), Samples.Noon, "atlas/x");

        Assert.Equal(["2"], HardCaseBatchCodec.Pack([huge, huge with { Mention = Samples.Mention("2") }]).SelectMany(message => HardCaseBatchCodec.Unpack(message).Mentions).Select(mention => mention.Mention.PlatformPostId));
        Assert.Empty(HardCaseBatchCodec.Pack([]));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"n":"mentions","v":1,"d":{}}""")]
    [InlineData("""{"n":"hard-cases","v":2,"d":{}}""")]
    [InlineData("""{"n":"hard-cases","v":1,"d":{"count":1,"brotli":"AAAA"}}""")]
    public void Unpack_Nonsense_IsUnreadable(string text) => Assert.Throws<UnreadableMessageException>(() => HardCaseBatchCodec.Unpack(text));

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
