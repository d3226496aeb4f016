using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every mention store keeps to, whatever its backend.</summary>
public abstract class MentionStoreSuite : StorageSuite
{
    [BackendFact]
    public async Task Store_NewMentions_CountsEachOnceByToneAndPlatform()
    {
        var outcome = await Store(
            Mention("1", sentiment: SentimentLabel.Negative),
            Mention("2", sentiment: SentimentLabel.Positive, platform: "bluesky", language: "en"),
            Mention("3", sentiment: SentimentLabel.Neutral, kind: MentionKind.Repost),
            Mention("4", Noon.AddMinutes(5)));

        Assert.Equal(new StoreOutcome(4, 0, 0), outcome);
        var rollups = await Rollups();
        Assert.Equal([Noon, Noon.AddMinutes(5)], rollups.Select(rollup => rollup.Start));
        var first = rollups[0];
        Assert.Equal((3, 1, 1, 1, 1), (first.Total, first.Negative, first.Neutral, first.Positive, first.Reposts));
        Assert.Equal([("bluesky/positive", 1), ("mastodon/negative", 1), ("mastodon/neutral", 1)], first.ByPlatform.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("en", 1), ("fr", 2)], first.ByLanguage.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal((1, false, 3, "cafe"), (first.Revision, first.RevisedLate, first.SchemaVersion, first.BrandId));
    }

    [BackendFact]
    public async Task Store_ToxicMentionsWithIntents_CountsThem()
    {
        await Store(
            Toned("1", 0.5f, IntentNames.Question, IntentNames.Complaint),
            Toned("2", 0.499f, IntentNames.Complaint),
            Toned("3", null),
            Toned("4", 1));

        var rollup = Assert.Single(await Rollups());
        Assert.Equal((4, 2), (rollup.Total, rollup.Toxic));
        Assert.Equal([("complaint", 2), ("question", 1)], rollup.ByIntent.Select(pair => (pair.Key, pair.Value)));
    }

    [BackendFact]
    public async Task Store_TopicsReachAndMinutes_AreCounted()
    {
        var first = Mention("1") with { Topics = ["delivery", "strike"] };
        await Store(
            first with { Mention = first.Mention with { AuthorFollowers = 999 } },
            Mention("2") with { Topics = ["delivery"] },
            Mention("3", Noon.AddMinutes(4).AddSeconds(59)));

        var rollup = Assert.Single(await Rollups());
        Assert.Equal([("delivery/negative", 2), ("strike/negative", 1)], rollup.ByTopic.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("nano", 1), ("unknown", 2)], rollup.ByAuthorTier.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("0/negative", 2), ("4/negative", 1)], rollup.ByMinute.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["delivery", "strike"], (await Mentions()).Single(mention => mention.Mention.PlatformPostId == "1").Topics);
    }

    [BackendFact]
    public async Task Store_DoublesInOneBatch_CountsOnce()
    {
        var outcome = await Store(Mention("1"), Mention("1"), Mention("2"), Mention("1"));

        Assert.Equal(new StoreOutcome(2, 0, 2), outcome);
        Assert.Equal(2, Assert.Single(await Rollups()).Total);
    }

    [BackendFact]
    public async Task Store_SameBatchAgain_ChangesNothing()
    {
        ScoredMention[] batch = [Mention("1"), Mention("2", Noon.AddMinutes(7))];
        await Store(batch);
        var before = Json(await Rollups());

        var outcome = await Store(batch);

        Assert.Equal(new StoreOutcome(0, 0, 2), outcome);
        Assert.Equal(before, Json(await Rollups()));
    }

    [BackendFact]
    public async Task Store_SamePostForTwoBrands_CountsForEach()
    {
        await Store(Mention("1"));
        await Backend.Mentions.StoreAsync("ngo", [Mention("1", brand: "ngo")], default);

        Assert.Equal(1, Assert.Single(await Rollups()).Total);
        Assert.Equal(1, Assert.Single(await Rollups("ngo")).Total);
    }

    [BackendFact]
    public async Task Store_AnotherBrandsMention_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Backend.Mentions.StoreAsync("ngo", [Mention("1")], default));
        Assert.Empty(await Rollups("ngo"));
    }

    [BackendFact]
    public async Task Store_NoMentions_ChangesNothing()
    {
        Assert.Equal(default, await Store());
        Assert.Empty(await Rollups());
    }

    [BackendFact]
    public async Task Store_LaterReading_RefreshesCountersWithoutCounting()
    {
        await Store(Mention("1", likes: 3, reposts: 1, collected: Noon.AddMinutes(1)));
        var before = Json(await Rollups());

        var outcome = await Store(Mention("1", likes: 9, collected: Noon.AddMinutes(6), text: "edited"));

        Assert.Equal(new StoreOutcome(0, 1, 0), outcome);
        var stored = Assert.Single(await Mentions());
        Assert.Equal((9L, 1L, Noon.AddMinutes(6)), (stored.Mention.Likes, stored.Mention.Reposts, stored.CollectedAtUtc));
        Assert.Equal("Le service est bien lent.", stored.Mention.Text);
        Assert.Equal(before, Json(await Rollups()));
    }

    [BackendFact]
    public async Task Store_EarlierOrSameReading_ChangesNothing()
    {
        await Store(Mention("1", likes: 9, collected: Noon.AddMinutes(6)));

        Assert.Equal(new StoreOutcome(0, 0, 1), await Store(Mention("1", likes: 3, collected: Noon.AddMinutes(1))));
        Assert.Equal(new StoreOutcome(0, 0, 1), await Store(Mention("1", likes: 5, collected: Noon.AddMinutes(6))));

        Assert.Equal(9, Assert.Single(await Mentions()).Mention.Likes);
    }

    [BackendFact]
    public async Task Store_ReadingsOutOfOrderInOneBatch_KeepsTheLatest()
    {
        var outcome = await Store(
            Mention("1", likes: 5, collected: Noon.AddMinutes(5)),
            Mention("1", likes: 9, collected: Noon.AddMinutes(9)),
            Mention("1", likes: 7, collected: Noon.AddMinutes(7)));

        Assert.Equal(new StoreOutcome(1, 1, 1), outcome);
        Assert.Equal(9, Assert.Single(await Mentions()).Mention.Likes);
    }

    [BackendFact]
    public async Task Store_KnownPostWithAnotherCreationTime_StaysInItsBucket()
    {
        await Store(Mention("1"));
        await Store(Mention("1", Noon.AddHours(1), collected: Noon.AddHours(2)));

        Assert.Equal(Noon, Assert.Single(await Rollups()).Start);
        Assert.Equal(Noon, Assert.Single(await Mentions()).Mention.CreatedAtUtc);
    }

    [BackendFact]
    public async Task Store_EachWriteThatAdds_RaisesTheBucketsRevisionByOne()
    {
        await Store(Mention("1"), Mention("2"));
        await Store(Mention("2"), Mention("3"));
        await Store(Mention("3"));

        Assert.Equal((3, 2), (await Rollups()).Select(rollup => (rollup.Total, rollup.Revision)).Single());
    }

    [BackendFact]
    public async Task Store_AfterTheBucketWasJudged_MarksItRevisedLate()
    {
        await Store(Mention("1"), Mention("2", Noon.AddMinutes(5)));
        Assert.True(await Backend.Alerts.TryCommitAsync("cafe", [1], 0, Noon.AddMinutes(5), [], default));
        await Store(Mention("3"), Mention("4", Noon.AddMinutes(5)), Mention("5", Noon.AddMinutes(-10)));

        var late = (await Rollups()).Select(rollup => (rollup.Start, rollup.RevisedLate));
        Assert.Equal([(Noon.AddMinutes(-10), true), (Noon, true), (Noon.AddMinutes(5), false)], late);
    }

    [BackendFact]
    public async Task Store_KnownMentionAfterTheBucketWasJudged_LeavesItUnmarked()
    {
        await Store(Mention("1"));
        await Backend.Alerts.TryCommitAsync("cafe", [1], 0, Noon.AddHours(1), [], default);
        await Store(Mention("1", likes: 4, collected: Noon.AddHours(2)));

        Assert.False(Assert.Single(await Rollups()).RevisedLate);
    }

    [BackendFact]
    public async Task Store_JudgedForAnotherBrand_LeavesItUnmarked()
    {
        await Backend.Alerts.TryCommitAsync("ngo", [1], 0, Noon.AddHours(1), [], default);
        await Store(Mention("1"));

        Assert.False(Assert.Single(await Rollups()).RevisedLate);
    }

    [BackendTheory]
    [InlineData("👩‍🚒🔥 e\u0301t\u00e9")]
    [InlineData("مرحبا \u202Eabc\u202C")]
    [InlineData("nul \0 inside")]
    [InlineData("'; DROP TABLE mention; --")]
    [InlineData("\u0001\u001f\u2028<b>&amp;\"\\")]
    public async Task Store_HostileText_ComesBackUnchanged(string text)
    {
        await Store(Mention(text, text: text, language: text, platform: text));

        var stored = Assert.Single(await Mentions());
        Assert.Equal((text, text, text, text), (stored.Mention.Text, stored.Mention.PlatformPostId, stored.Score.Language, stored.Mention.Platform));
        Assert.Equal([text], Assert.Single(await Rollups()).ByLanguage.Keys);
    }

    [BackendFact]
    public async Task Store_HalfASurrogatePair_IsKeptAsReplacementCharacter()
    {
        Assert.Equal(1, (await Store(Mention("1", text: "cut \ud83d off"))).Added);

        Assert.Equal("cut \ufffd off", Assert.Single(await Mentions()).Mention.Text);
    }

    [BackendFact]
    public async Task Store_IdsThatDifferAfterNul_AreTwoMentions()
    {
        Assert.Equal(2, (await Store(Mention("a\0b"), Mention("a\0c"))).Added);
    }

    [BackendFact]
    public async Task Store_FullMention_ComesBackWhole()
    {
        var mention = Mention("1", likes: 0) with
        {
            Revision = 4,
            Correction = new SentimentCorrection(SentimentLabel.Positive, Noon.AddHours(3), "p_1", "« irónie » 🙃"),
            Score = new MentionScore("und", SentimentLabel.Neutral, 0.1f, 0.3333333f, 0.5666667f, "lexicon/1")
            {
                Mode = ScoringMode.Azure,
                Toxicity = 0.123f,
                Intents = [IntentNames.Request, IntentNames.PurchaseIntent],
                Target = new TargetSentiment(SentimentLabel.Positive, 0.1f, 0.2f, 0.7f),
                TopTokens = [new WeighedToken("lent 🐌", 3, -0.25f)],
                KeyPhrases = ["service"],
                Pending = PendingReason.Unavailable,
            },
        };
        mention = mention with
        {
            Mention = mention.Mention with
            {
                AuthorHandle = "zoë",
                AuthorDisplayName = "Zoë 🌻",
                AuthorFollowers = long.MaxValue,
                Language = "fr-FR",
                EditedAtUtc = Noon.AddSeconds(1).AddTicks(7),
                ParentId = "p",
                ConversationId = "c",
                Replies = 2,
                Quotes = 3,
                Views = 4,
                DeletionSignal = "gone",
            },
        };
        await Store(mention);

        Assert.Equal(JsonSerializer.Serialize(mention), JsonSerializer.Serialize(Assert.Single(await Mentions())));
    }

    [BackendFact]
    public async Task Store_RacingWritersWithOverlap_CountsExactly()
    {
        const int Posts = 400;
        var writers = Enumerable.Range(0, 8).Select(seed => Task.Run(async () =>
        {
            var added = 0;
            var random = new Random(seed);
            var order = Enumerable.Range(0, Posts).Select(i => Mention($"{i}", Noon.AddMinutes(i % 30))).ToArray();
            random.Shuffle(order);
            foreach (var batch in order.Chunk(37))
            {
                added += (await Store(batch)).Added;
            }

            return added;
        }));

        var sums = await Task.WhenAll(writers);

        Assert.Equal(Posts, sums.Sum());
        Assert.Equal(Posts, (await Rollups()).Sum(rollup => rollup.Total));
        Assert.Equal(Posts, (await Rollups()).Sum(rollup => rollup.ByPlatform.Values.Sum()));
    }

    [BackendFact]
    public async Task Store_AnyOrderAndGrouping_GivesTheSameCounts()
    {
        var mentions = Enumerable.Range(0, 120)
            .Select(i => Mention($"{i % 90}", Noon.AddMinutes(i % 90 % 17), sentiment: (SentimentLabel)(i % 90 % 3), language: i % 2 == 0 ? "fr" : "fr"))
            .ToArray();
        await Store(mentions);
        var expected = (await Rollups()).Select(Counts).ToArray();
        for (var seed = 1; seed <= 5; seed++)
        {
            var brand = $"brand-{seed}";
            var random = new Random(seed);
            var shuffled = mentions.Select(mention => mention with { BrandId = brand }).ToArray();
            random.Shuffle(shuffled);
            foreach (var batch in shuffled.Chunk(random.Next(1, 50)))
            {
                await Backend.Mentions.StoreAsync(brand, batch, default);
            }

            Assert.Equal(expected, (await Rollups(brand)).Select(Counts));
        }
    }

    [BackendFact]
    public async Task Store_Cancelled_StoresNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Backend.Mentions.StoreAsync("cafe", [Mention("1")], new CancellationToken(canceled: true)));
        Assert.Empty(await Rollups());
    }

    [BackendFact]
    public async Task Reopen_AfterWrites_KeepsEverything()
    {
        await Store(Mention("1", likes: 2), Mention("2", Noon.AddMinutes(5)));
        await Store(Mention("1", likes: 4, collected: Noon.AddHours(1)));
        var mentions = Json(await Mentions());
        var rollups = Json(await Rollups());

        Backend.Reopen();

        Assert.Equal(mentions, Json(await Mentions()));
        Assert.Equal(rollups, Json(await Rollups()));
        Assert.Equal(new StoreOutcome(0, 0, 1), await Store(Mention("2")));
    }

    private static string Counts(RollupDocument rollup) =>
        $"{rollup.Start:O} {rollup.Total} {rollup.Negative} {rollup.Neutral} {rollup.Positive} {string.Join(',', rollup.ByPlatform)} {string.Join(',', rollup.ByLanguage)}";

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private Task<StoreOutcome> Store(params ScoredMention[] mentions) => Backend.Mentions.StoreAsync("cafe", mentions, default);

    private Task<IReadOnlyList<RollupDocument>> Rollups(string brand = "cafe") => Backend.Rollups.ListAsync(brand, Noon.AddDays(-1), Noon.AddDays(1), default);

    private async Task<IReadOnlyList<ScoredMention>> Mentions() => (await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Limit = 1000 }, default)).Mentions;
}
