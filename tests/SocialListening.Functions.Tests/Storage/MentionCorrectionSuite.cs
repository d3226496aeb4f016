using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What correcting stored mentions keeps to, whatever the backend.</summary>
public abstract class MentionCorrectionSuite : StorageSuite
{
    private static readonly SentimentCorrection Glad = new(SentimentLabel.Positive, Noon.AddHours(1), "p_1", "ironie");

    [BackendFact]
    public async Task Correct_StoredMention_MovesEachCountOfItsBucket()
    {
        await Store(Mention("1"), Mention("2"), Mention("3", Noon.AddMinutes(5)));

        var result = await Correct("1", Glad);

        Assert.Equal(CorrectionOutcome.Changed, result.Outcome);
        Assert.Equal((SentimentLabel.Positive, SentimentLabel.Negative, 2, Glad), (result.Mention!.Sentiment, result.Mention.Score.Sentiment, result.Mention.Revision, result.Mention.Correction));
        var bucket = (await Rollups())[0];
        Assert.Equal((2, 1, 0, 1, 2), (bucket.Total, bucket.Negative, bucket.Neutral, bucket.Positive, bucket.Revision));
        Assert.Equal([("mastodon/negative", 1), ("mastodon/positive", 1)], bucket.ByPlatform.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(1, (await Rollups())[1].Revision);
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Correct_TheOnlyMentionOfAKey_RemovesTheKey()
    {
        await Store(Mention("1"));

        await Correct("1", Glad);

        Assert.Equal(["mastodon/positive"], Assert.Single(await Rollups()).ByPlatform.Keys);
    }

    [BackendFact]
    public async Task Correct_StoredMention_IsReadAndFoundByItsNewTone()
    {
        await Store(Mention("1"), Mention("2"));

        await Correct("1", Glad);

        var positive = Assert.Single((await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Sentiment = SentimentLabel.Positive }, default)).Mentions);
        Assert.Equal(("1", Glad, SentimentLabel.Negative), (positive.Mention.PlatformPostId, positive.Correction, positive.Score.Sentiment));
        Assert.Equal("2", Assert.Single((await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Sentiment = SentimentLabel.Negative }, default)).Mentions).Mention.PlatformPostId);
    }

    [BackendFact]
    public async Task Correct_TheSameAgain_ChangesNothingAndKeepsTheFirstTime()
    {
        await Store(Mention("1"));
        await Correct("1", Glad);

        var again = await Correct("1", Glad with { AtUtc = Noon.AddHours(5) });

        Assert.Equal((CorrectionOutcome.Unchanged, 2, Glad.AtUtc), (again.Outcome, again.Mention!.Revision, again.Mention.Correction!.AtUtc));
        Assert.Equal(2, Assert.Single(await Rollups()).Revision);
    }

    [BackendFact]
    public async Task Correct_TwiceWithDifferentTones_KeepsTheLast()
    {
        await Store(Mention("1"));
        await Correct("1", Glad);

        var result = await Correct("1", Glad with { Sentiment = SentimentLabel.Neutral });

        Assert.Equal((CorrectionOutcome.Changed, SentimentLabel.Neutral, 3), (result.Outcome, result.Mention!.Sentiment, result.Mention.Revision));
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Correct_ToTheScoresOwnTone_IsKeptAsAWordOfAPerson()
    {
        await Store(Mention("1"));

        var result = await Correct("1", Glad with { Sentiment = SentimentLabel.Negative });

        Assert.Equal(CorrectionOutcome.Changed, result.Outcome);
        Assert.Equal(1, Assert.Single(await Rollups()).Revision);
        Assert.Equal("1", Assert.Single((await Backend.Corrections.ListCorrectedAsync("cafe", 10, null, default)).Mentions).Mention.PlatformPostId);
    }

    [BackendFact]
    public async Task Correct_WithNull_LetsTheScoreCountAgain()
    {
        await Store(Mention("1"));
        await Correct("1", Glad);

        var result = await Correct("1", null);

        Assert.Equal((CorrectionOutcome.Changed, SentimentLabel.Negative, null), (result.Outcome, result.Mention!.Sentiment, result.Mention.Correction));
        Assert.Equal((1, 0), (await Rollups()).Select(bucket => (bucket.Negative, bucket.Positive)).Single());
        Assert.Empty((await Backend.Corrections.ListCorrectedAsync("cafe", 10, null, default)).Mentions);
        Assert.Equal(CorrectionOutcome.Unchanged, (await Correct("1", null)).Outcome);
    }

    [BackendFact]
    public async Task Correct_UnknownMentionOrAnotherBrands_ChangesNothing()
    {
        await Store(Mention("1"));

        Assert.Equal(new CorrectionResult(CorrectionOutcome.Unknown, null), await Correct("2", Glad));
        Assert.Equal(CorrectionOutcome.Unknown, (await Backend.Corrections.CorrectAsync("ngo", "mastodon:1", Glad, null, default)).Outcome);
        Assert.Equal(1, Assert.Single(await Rollups()).Revision);
    }

    [BackendFact]
    public async Task Correct_AtAnotherRevision_IsAConflictAndChangesNothing()
    {
        await Store(Mention("1"));
        await Correct("1", Glad, expectedRevision: 1);

        var result = await Correct("1", Glad with { Sentiment = SentimentLabel.Neutral }, expectedRevision: 1);

        Assert.Equal((CorrectionOutcome.Conflict, SentimentLabel.Positive, 2), (result.Outcome, result.Mention!.Sentiment, result.Mention.Revision));
        Assert.Equal(1, Assert.Single(await Rollups()).Positive);
        Assert.Equal(CorrectionOutcome.Unchanged, (await Correct("1", Glad, expectedRevision: 1)).Outcome);
        Assert.Equal(CorrectionOutcome.Changed, (await Correct("1", null, expectedRevision: 2)).Outcome);
    }

    [BackendFact]
    public async Task Correct_OneBrandOfTwo_LeavesTheOther()
    {
        await Store(Mention("1"));
        await Backend.Mentions.StoreAsync("ngo", [Mention("1", brand: "ngo")], default);

        await Correct("1", Glad);

        Assert.Null(Assert.Single(await RecountedBuckets.MentionsAsync(Backend, "ngo")).Correction);
        await RecountedBuckets.AssertExactAsync(Backend, "ngo");
    }

    [BackendFact]
    public async Task Correct_AfterTheBucketWasJudged_MarksItRevisedLate()
    {
        await Store(Mention("1"), Mention("2", Noon.AddMinutes(5)));
        Assert.True(await Backend.Alerts.TryCommitAsync("cafe", [1], 0, Noon.AddMinutes(5), [], default));

        await Correct("1", Glad);
        await Correct("2", Glad);

        Assert.Equal([(2, true), (2, false)], (await Rollups()).Select(bucket => (bucket.Revision, bucket.RevisedLate)));
    }

    [BackendFact]
    public async Task Store_CorrectedMentionAgain_RefreshesCountersAndKeepsTheCorrection()
    {
        await Store(Mention("1", likes: 1));
        await Correct("1", Glad);

        Assert.Equal(new StoreOutcome(0, 1, 0), await Store(Mention("1", likes: 7, collected: Noon.AddHours(2))));

        var stored = Assert.Single(await RecountedBuckets.MentionsAsync(Backend, "cafe"));
        Assert.Equal((7L, Glad, 2, Noon.AddHours(2)), (stored.Mention.Likes, stored.Correction, stored.Revision, stored.CollectedAtUtc));
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Correct_RefreshedMention_AnswersAndKeepsItsLatestCounters()
    {
        await Store(Mention("1", likes: 1));
        await Store(Mention("1", likes: 7, collected: Noon.AddHours(2)));

        var result = await Correct("1", Glad);

        Assert.Equal(7, result.Mention!.Mention.Likes);
        Assert.Equal(7, Assert.Single(await RecountedBuckets.MentionsAsync(Backend, "cafe")).Mention.Likes);
        Assert.Equal(new StoreOutcome(0, 0, 1), await Store(Mention("1", likes: 3, collected: Noon.AddHours(1))));
    }

    [BackendFact]
    public async Task ListCorrected_PageByPage_GivesEachOnceNewestFirst()
    {
        var all = Enumerable.Range(0, 23).Select(i => Mention($"{i:D2}", Noon.AddMinutes(i % 4))).ToArray();
        await Store(all);
        var corrected = all.Where((_, i) => i % 3 != 1).ToArray();
        foreach (var mention in corrected)
        {
            await Correct(mention.Mention.PlatformPostId, Glad);
        }

        var read = new List<string>();
        MentionCursor? after = null;
        do
        {
            var page = await Backend.Corrections.ListCorrectedAsync("cafe", 4, after, default);
            Assert.InRange(page.Mentions.Count, 1, 4);
            read.AddRange(page.Mentions.Select(mention => mention.Mention.Id));
            after = page.NextCursor;
        }
        while (after is not null);

        Assert.Equal(corrected.OrderByDescending(m => m.Mention.CreatedAtUtc).ThenBy(m => m.Mention.Id, StringComparer.Ordinal).Select(m => m.Mention.Id), read);
        Assert.Empty((await Backend.Corrections.ListCorrectedAsync("ngo", 4, null, default)).Mentions);
    }

    [BackendTheory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task ListCorrected_LimitOutOfRange_Throws(int limit) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Backend.Corrections.ListCorrectedAsync("cafe", limit, null, default));

    [BackendFact]
    public async Task Correct_BesideRacingRedeliveries_CountsExactly()
    {
        var posts = Enumerable.Range(0, 60).Select(i => Mention($"{i}", Noon.AddMinutes(i % 11))).ToArray();
        await Store(posts[..30]);
        var storing = Enumerable.Range(0, 3).Select(seed => Task.Run(async () =>
        {
            var order = posts.Select(post => post with { CollectedAtUtc = post.CollectedAtUtc.AddMinutes(seed) }).ToArray();
            new Random(seed).Shuffle(order);
            foreach (var batch in order.Chunk(7))
            {
                await Store(batch);
            }
        }));
        var correcting = Enumerable.Range(0, 3).Select(seed => Task.Run(async () =>
        {
            var random = new Random(100 + seed);
            for (var i = 0; i < 60; i++)
            {
                await Correct($"{random.Next(60)}", random.Next(4) == 0 ? null : Glad with { Sentiment = (SentimentLabel)random.Next(3) });
            }
        }));

        await Task.WhenAll(storing.Concat(correcting));

        Assert.Equal(60, (await Rollups()).Sum(bucket => bucket.Total));
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Correct_Cancelled_ChangesNothing()
    {
        await Store(Mention("1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Backend.Corrections.CorrectAsync("cafe", "mastodon:1", Glad, null, new CancellationToken(canceled: true)));
        Assert.Equal(1, Assert.Single(await Rollups()).Negative);
    }

    private Task<CorrectionResult> Correct(string postId, SentimentCorrection? correction, int? expectedRevision = null) =>
        Backend.Corrections.CorrectAsync("cafe", $"mastodon:{postId}", correction, expectedRevision, default);

    private Task<StoreOutcome> Store(params ScoredMention[] mentions) => Backend.Mentions.StoreAsync("cafe", mentions, default);

    private Task<IReadOnlyList<RollupDocument>> Rollups() => Backend.Rollups.ListAsync("cafe", Noon.AddDays(-1), Noon.AddDays(1), default);
}
