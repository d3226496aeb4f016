using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Contracts;

public sealed class WireFormatTests
{
    private static SocialListeningJsonContext Json => SocialListeningJsonContext.Default;

    [Fact]
    public void Mention_WithEveryField_KeepsItsWireForm() => AssertGolden("mention-full.json", Samples.FullMention(), Json.Mention);

    [Fact]
    public void Mention_WithMissingCounters_LeavesThemOutInsteadOfZero()
    {
        AssertGolden("mention-minimal.json", Samples.Mention(), Json.Mention);
        Assert.DoesNotContain("likes", GoldenFile.Read("mention-minimal.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void ScoredMention_KeepsItsWireForm() => AssertGolden("scored-mention.json", Samples.FullScored(), Json.ScoredMention);

    [Fact]
    public void ScoredMention_WrittenByTheFirstVersion_IsReadWithWhatItLacksAtItsDefault()
    {
        var read = JsonSerializer.Deserialize(GoldenFile.Read("scored-mention-1.json"), Json.ScoredMention)!;

        Assert.Equal((SentimentLabel.Positive, SentimentLabel.Positive, 0.8f), (read.Sentiment, read.Score.Sentiment, read.Score.Confidence));
        Assert.Equal((2, 1, ScoringMode.Embedded), (read.SchemaVersion, read.Revision, read.Score.Mode));
        Assert.Equal((null, null, null, null), (read.Score.Toxicity, read.Score.Target, read.Score.Pending, read.Correction));
        Assert.Empty(read.Score.Intents);
        Assert.Empty(read.Score.TopTokens);
        Assert.Empty(read.Score.KeyPhrases);
        Assert.Equal(
            JsonSerializer.Serialize(Samples.Scored(Samples.FullMention()), Json.ScoredMention),
            JsonSerializer.Serialize(read, Json.ScoredMention));
    }

    [Fact]
    public void Rollup_WrittenByTheFirstVersion_IsReadWithoutToxicAndIntents()
    {
        var read = JsonSerializer.Deserialize(GoldenFile.Read("rollup-1.json"), Json.RollupDocument)!;

        Assert.Equal((2, 0), (read.Total, read.Toxic));
        Assert.Empty(read.ByIntent);
        SocialListening.Rollups.RollupBucket.Count(read, Samples.FullScored());
        Assert.Equal((3, 1, 1), (read.Total, read.Toxic, read.ByIntent[IntentNames.Question]));
    }

    [Fact]
    public void Rollup_WrittenByTheSecondVersion_IsReadWithoutTopicsTiersAndMinutes()
    {
        var read = JsonSerializer.Deserialize(GoldenFile.Read("rollup-2.json"), Json.RollupDocument)!;
        Assert.True(read.ByTopic.Count + read.ByAuthorTier.Count + read.ByMinute.Count == 0);
        var total = read.Total;
        SocialListening.Rollups.RollupBucket.Count(read, Samples.FullScored() with { Topics = ["delivery"] });
        Assert.Equal((total + 1, 1), (read.Total, read.ByAuthorTier["micro"]));
        Assert.StartsWith("delivery/", Assert.Single(read.ByTopic.Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Alert_KeepsItsWireForm() => AssertGolden("alert.json", Samples.Alert(), Json.Alert);

    [Fact]
    public void TermTally_KeepsItsWireForm()
    {
        var day = new RollupDocument { BrandId = "atlas", Start = Samples.Noon.AddHours(-12), Total = 3, Neutral = 3, Terms = new TermTally { Unlisted = 1 } };
        day.Terms.Counts["colis perdu"] = 3;
        day.Terms.Counts["remboursement"] = 1;
        day.Terms.Earlier["remboursement"] = 1;

        AssertGolden("rollup-day.json", day, Json.RollupDocument);
        Assert.DoesNotContain("terms", GoldenFile.Read("rollup.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void ErasureRecord_KeepsItsWireForm() => AssertGolden(
        "erasure.json",
        new ErasureRecord
        {
            Key = "post-00112233445566778899aabbccddeeff",
            Kind = ErasureKind.Post,
            Platform = "x",
            Reason = ErasureReason.PostDeleted,
            RequestedAtUtc = Samples.Noon,
            ErasedAtUtc = Samples.Noon.AddSeconds(2),
            DoneAtUtc = Samples.Noon.AddMinutes(15),
            Mentions = 2,
            AlertPosts = 1,
            ExpiresAtUtc = Samples.Noon.AddDays(1826),
        },
        Json.ErasureRecord);

    [Fact]
    public void ErasureOrder_KeepsItsWireForm() => AssertGolden(
        "erasure-order.json",
        new ErasureOrder { Kind = ErasureKind.Author, Platform = "x", Subjects = ["42"], Reason = ErasureReason.AuthorRequest, RequestedAtUtc = Samples.Noon, Confirms = true, Deleted = ["x:1"] },
        Json.ErasureOrder);

    [Fact]
    public void CoverageRecord_KeepsItsWireForm() => AssertGolden(
        "coverage.json",
        new CoverageRecord { BrandId = "atlas", SourceId = "atlas/feed", From = Samples.Noon, To = Samples.Noon.AddMinutes(5), Complete = false, Reason = "Budget.", Mentions = 3, PolledAtUtc = Samples.Noon.AddMinutes(5) },
        Json.CoverageRecord);

    [Fact]
    public void SourceState_KeepsItsWireForm() => AssertGolden(
        "source-state.json",
        new SourceState
        {
            SourceId = "atlas/feed",
            Watermark = Samples.Noon,
            CoveredUntil = Samples.Noon.AddMinutes(1),
            Gap = new CollectionGap(Samples.Noon.AddHours(-2), Samples.Noon.AddHours(-1), Samples.Noon, "page-3"),
            Memo = "W/\"etag\"",
            RecentIds = [1, 2, 3, 4, 5, 6, 7, 8],
            NextDueAtUtc = Samples.Noon.AddMinutes(5),
            LastSuccessAtUtc = Samples.Noon,
            LastFailureAtUtc = Samples.Noon,
            LastError = "mastodon.example: 503.",
            LastFailureClass = FailureClass.Transient,
            ConsecutiveFailures = 2,
            LastMentions = 7,
        },
        Json.SourceState);

    [Fact]
    public void Rollup_KeepsItsWireForm()
    {
        var rollup = new RollupDocument { BrandId = "atlas", Start = Samples.Noon, Revision = 2, RevisedLate = true };
        SocialListening.Rollups.RollupBucket.Count(rollup, Samples.FullScored());
        SocialListening.Rollups.RollupBucket.Count(rollup, Samples.Scored(Samples.Mention() with { Kind = MentionKind.Repost }, SentimentLabel.Negative));
        GoldenFile.AssertEqual("rollup.json", JsonSerializer.Serialize(rollup, Json.RollupDocument));
        var read = JsonSerializer.Deserialize(GoldenFile.Read("rollup.json"), Json.RollupDocument)!;
        Assert.Equal(JsonSerializer.Serialize(rollup, Json.RollupDocument), JsonSerializer.Serialize(read, Json.RollupDocument));
    }

    [Fact]
    public void PollOrderMessage_KeepsItsWireForm()
    {
        var order = new PollOrder { SourceId = "atlas/feed", OrderedAtUtc = Samples.Noon, ExpiresAtUtc = Samples.Noon.AddMinutes(15) };
        GoldenFile.AssertEqual("message-poll-order.json", PollOrderCodec.Write(order));
        Assert.Equal(order, PollOrderCodec.Read(GoldenFile.Read("message-poll-order.json")));
    }

    [Fact]
    public void DetectionOrderMessage_KeepsItsWireForm()
    {
        var order = new DetectionOrder { BrandIds = ["atlas", "cafe"], OrderedAtUtc = Samples.Noon, ExpiresAtUtc = Samples.Noon.AddMinutes(15) };
        GoldenFile.AssertEqual("message-detection-order.json", DetectionOrderCodec.Write(order));
        var read = DetectionOrderCodec.Read(GoldenFile.Read("message-detection-order.json"));
        Assert.Equal(order with { BrandIds = read.BrandIds }, read);
        Assert.Equal(order.BrandIds, read.BrandIds);
    }

    [Fact]
    public void AlertMessage_KeepsItsWireForm()
    {
        var message = new AlertMessage("atlas", "00ff", 2);
        GoldenFile.AssertEqual("message-alert.json", AlertMessageCodec.Write(message));
        Assert.Equal(message, AlertMessageCodec.Read(GoldenFile.Read("message-alert.json")));
    }

    [Fact]
    public void MentionBatchMessage_WrittenByThisVersionEarlier_IsStillRead()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && !GoldenFile.Exists("message-mentions.json"))
        {
            GoldenFile.AssertEqual("message-mentions.json", MentionBatchCodec.Pack(new MentionBatch
            {
                SourceId = "atlas/feed",
                CollectedAtUtc = Samples.Noon,
                Mentions = [new MatchedMention(Samples.FullMention(), ["atlas"]), new MatchedMention(Samples.Mention("2"), ["atlas", "cafe"])],
            })[0]);
        }

        // The compressed bytes may change with the compressor; what an earlier release queued must stay readable.
        var batch = MentionBatchCodec.Unpack(GoldenFile.Read("message-mentions.json"));
        Assert.Equal("atlas/feed", batch.SourceId);
        Assert.Equal(["mastodon:1", "mastodon:2"], batch.Mentions.Select(matched => matched.Mention.Id));
        Assert.Equal(["atlas", "cafe"], batch.Mentions[1].BrandIds);
        Assert.Empty(batch.Mentions[1].Topics);
    }

    private static void AssertGolden<T>(string name, T value, JsonTypeInfo<T> typeInfo)
    {
        var json = JsonSerializer.Serialize(value, typeInfo);
        GoldenFile.AssertEqual(name, json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(GoldenFile.Read(name), typeInfo)!, typeInfo));
    }
}
