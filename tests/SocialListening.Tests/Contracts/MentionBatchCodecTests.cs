using System.Text;
using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Contracts;

public sealed class MentionBatchCodecTests
{
    [Fact]
    public void Pack_OrdinaryPosts_PutsManyIntoOneMessage()
    {
        var messages = MentionBatchCodec.Pack(Batch(200, i => $"Texte {i} sur Solidarité Atlas"));
        Assert.Single(messages);
        Assert.True(Encoding.UTF8.GetByteCount(messages[0]) <= EnvelopeCodec.MaxBytes);
        Assert.Equal(200, MentionBatchCodec.Unpack(messages[0]).Mentions.Count);
    }

    [Fact]
    public void Pack_TextsThatDoNotCompress_SplitsAndLosesNothing()
    {
        var random = new Random(7);
        var batch = Batch(120, _ => Noise(random, 2_000));
        var messages = MentionBatchCodec.Pack(batch);
        Assert.True(messages.Count > 1);
        Assert.All(messages, message => Assert.True(Encoding.UTF8.GetByteCount(message) <= EnvelopeCodec.MaxBytes));
        var read = messages.SelectMany(message => MentionBatchCodec.Unpack(message).Mentions).ToArray();
        Assert.Equal(batch.Mentions.Select(m => (m.Mention.Id, m.Mention.Text)), read.Select(m => (m.Mention.Id, m.Mention.Text)));
    }

    [Fact]
    public void Pack_OneTextLargerThanAMessage_IsReportedAndTheOthersTravel()
    {
        var random = new Random(8);
        var batch = Batch(3, i => i == 1 ? Noise(random, 90_000) : "court");
        var left = new List<MatchedMention>();
        var messages = MentionBatchCodec.Pack(batch, left.Add);
        Assert.Equal(["mastodon:1"], left.Select(m => m.Mention.Id));
        Assert.Equal(["mastodon:0", "mastodon:2"], messages.SelectMany(m => MentionBatchCodec.Unpack(m).Mentions).Select(m => m.Mention.Id));
    }

    [Fact]
    public void Unpack_UnknownVersion_SaysWhichVersionAndWhatToDo()
    {
        var message = MentionBatchCodec.Pack(Batch(1, _ => "x"))[0].Replace("\"v\":1", "\"v\":9", StringComparison.Ordinal);
        var error = Assert.Throws<UnreadableMessageException>(() => MentionBatchCodec.Unpack(message));
        Assert.Contains("Version 9", error.Message, StringComparison.Ordinal);
        Assert.Contains("replay", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"n\":\"mentions\"}")]
    [InlineData("{\"n\":\"mentions\",\"v\":1,\"d\":null}")]
    [InlineData("{\"n\":\"mentions\",\"v\":1,\"d\":{\"count\":1,\"brotli\":\"AAAA\"}}")]
    [InlineData("{\"n\":\"mentions\",\"v\":1,\"d\":{\"count\":1,\"brotli\":\"not base64\"}}")]
    [InlineData("{\"n\":\"poll-order\",\"v\":1,\"d\":{}}")]
    public void Unpack_WhateverIsNoBatch_IsUnreadable(string text) =>
        Assert.Throws<UnreadableMessageException>(() => MentionBatchCodec.Unpack(text));

    [Fact]
    public void Unpack_DecompressionBomb_IsRefused()
    {
        var bomb = new byte[MentionBatchCodec.MaxUnpackedBytes + 1];
        Array.Fill(bomb, (byte)' ');
        var packed = new byte[64 * 1024];
        Assert.True(System.IO.Compression.BrotliEncoder.TryCompress(bomb, packed, out var written, 5, 22));
        var text = EnvelopeCodec.Write(MentionBatchCodec.Name, 1, new PackedMentions(1, packed[..written]), SocialListeningJsonContext.Default.PackedMentions);
        Assert.Throws<UnreadableMessageException>(() => MentionBatchCodec.Unpack(text));
    }

    [Fact]
    public void RoundTrip_LoneSurrogateAndControlCharacters_DoesNotThrow()
    {
        var read = MentionBatchCodec.Unpack(MentionBatchCodec.Pack(Batch(1, _ => "a\uD800b\0c\u202E"))[0]);
        Assert.StartsWith("a", read.Mentions[0].Mention.Text, StringComparison.Ordinal);
        Assert.EndsWith("b\0c\u202E", read.Mentions[0].Mention.Text, StringComparison.Ordinal);
    }

    private static MentionBatch Batch(int count, Func<int, string> text) => new()
    {
        SourceId = "atlas/feed",
        CollectedAtUtc = Samples.Noon,
        Mentions = [.. Enumerable.Range(0, count).Select(i => new MatchedMention(Samples.Mention(i.ToString(System.Globalization.CultureInfo.InvariantCulture), text: text(i)), ["atlas"]))],
    };

    private static string Noise(Random random, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = (char)random.Next(0x4E00, 0x9FA5);
        }

        return new string(text);
    }
}
