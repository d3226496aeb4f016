using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What replacing scores keeps to, whatever the backend.</summary>
public abstract class MentionRescoringSuite : StorageSuite
{
    private static readonly SentimentCorrection Glad = new(SentimentLabel.Positive, Noon.AddHours(1));

    private static readonly MentionScore Final = new("en", SentimentLabel.Neutral, 0.1f, 0.8f, 0.1f, "azure/1")
    {
        Mode = ScoringMode.Cascade,
        Toxicity = 0.75f,
        Intents = [IntentNames.Question],
    };

    [BackendFact]
    public async Task Rescore_PendingMention_ReplacesItsScoreAndMovesEveryCount()
    {
        await Store(Pending("1"), Pending("2"));

        Assert.Equal(1, await Rescore(new RescoredMention("mastodon:1", 1, Final)));

        var stored = (await RecountedBuckets.MentionsAsync(Backend, "cafe")).Single(mention => mention.Mention.PlatformPostId == "1");
        Assert.Equal((2, "azure/1", null, SentimentLabel.Neutral), (stored.Revision, stored.Score.Engine, stored.Score.Pending, stored.Sentiment));
        var bucket = Assert.Single(await Rollups());
        Assert.Equal((2, 1, 1, 0, 1, 2), (bucket.Total, bucket.Negative, bucket.Neutral, bucket.Positive, bucket.Toxic, bucket.Revision));
        Assert.Equal([("en", 1), ("fr", 1)], bucket.ByLanguage.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("question", 1)], bucket.ByIntent.Select(pair => (pair.Key, pair.Value)));
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Rescore_TheSameAgain_ChangesNothing()
    {
        await Store(Pending("1"));
        await Rescore(new RescoredMention("mastodon:1", 1, Final));

        Assert.Equal(0, await Rescore(new RescoredMention("mastodon:1", 1, Final)));
        Assert.Equal(2, Assert.Single(await Rollups()).Revision);
    }

    [BackendFact]
    public async Task Rescore_ScoreThatCountsTheSame_LeavesTheBucket()
    {
        await Store(Pending("1"));

        Assert.Equal(1, await Rescore(new RescoredMention("mastodon:1", 1, Pending("1").Score with { Pending = null, Negative = 0.9f })));

        Assert.Equal(1, Assert.Single(await Rollups()).Revision);
    }

    [BackendFact]
    public async Task Rescore_SeveralWithOneStaleAndOneGone_ReplacesTheOthers()
    {
        await Store(Pending("1"), Pending("2"), Pending("3", Noon.AddMinutes(9)));
        await Rescore(new RescoredMention("mastodon:2", 1, Final));

        Assert.Equal(2, await Rescore(
            new RescoredMention("mastodon:1", 1, Final),
            new RescoredMention("mastodon:2", 1, Final),
            new RescoredMention("mastodon:3", 1, Final),
            new RescoredMention("mastodon:4", 1, Final)));

        Assert.Equal([2, 2, 2], (await RecountedBuckets.MentionsAsync(Backend, "cafe")).Select(mention => mention.Revision));
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Rescore_CorrectedMention_KeepsTheCorrectionOnTop()
    {
        await Store(Pending("1"));
        await Correct("1", Glad);

        Assert.Equal(1, await Rescore(new RescoredMention("mastodon:1", 2, Final)));

        var stored = Assert.Single(await RecountedBuckets.MentionsAsync(Backend, "cafe"));
        Assert.Equal((SentimentLabel.Positive, SentimentLabel.Neutral, 3), (stored.Sentiment, stored.Score.Sentiment, stored.Revision));
        Assert.Equal(1, Assert.Single(await Rollups()).Positive);
        await Correct("1", null);
        Assert.Equal((0, 1), (await Rollups()).Select(bucket => (bucket.Positive, bucket.Neutral)).Single());
    }

    [BackendFact]
    public async Task Rescore_CorrectedMeanwhile_LeavesItToTheNextRead()
    {
        await Store(Pending("1"));
        await Correct("1", Glad);

        Assert.Equal(0, await Rescore(new RescoredMention("mastodon:1", 1, Final)));
        Assert.Equal(2, Assert.Single((await Backend.Rescoring.ListPendingAsync("cafe", 10, null, default)).Mentions).Revision);
    }

    [BackendFact]
    public async Task Store_RescoredMentionAgain_KeepsTheNewScore()
    {
        await Store(Pending("1"));
        await Rescore(new RescoredMention("mastodon:1", 1, Final));

        await Store(Pending("1") with { CollectedAtUtc = Noon.AddHours(4) });

        Assert.Equal("azure/1", Assert.Single(await RecountedBuckets.MentionsAsync(Backend, "cafe")).Score.Engine);
        Assert.Empty((await Backend.Rescoring.ListPendingAsync("cafe", 10, null, default)).Mentions);
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Rescore_AfterTheBucketWasJudged_MarksItRevisedLate()
    {
        await Store(Pending("1"));
        await Backend.Alerts.TryCommitAsync("cafe", [1], 0, Noon.AddHours(1), [], default);

        await Rescore(new RescoredMention("mastodon:1", 1, Final));

        Assert.True(Assert.Single(await Rollups()).RevisedLate);
    }

    [BackendFact]
    public async Task Rescore_MoreThanTheMost_Throws()
    {
        var many = Enumerable.Range(0, IMentionRescoring.MaxRescored + 1).Select(i => new RescoredMention($"mastodon:{i}", 1, Final)).ToArray();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Rescore(many));
        Assert.Equal(0, await Rescore());
    }

    [BackendFact]
    public async Task ListPending_PageByPage_GivesThoseThatWaitOldestFirst()
    {
        var all = Enumerable.Range(0, 20).Select(i => i % 4 == 3 ? Mention($"{i:D2}", Noon.AddMinutes(i % 5)) : Pending($"{i:D2}", Noon.AddMinutes(i % 5))).ToArray();
        await Store(all);
        var expected = all.Where(mention => mention.Score.Pending is not null)
            .OrderBy(mention => mention.Mention.CreatedAtUtc).ThenBy(mention => mention.Mention.Id, StringComparer.Ordinal).Select(mention => mention.Mention.Id);

        var read = new List<string>();
        MentionCursor? after = null;
        do
        {
            var page = await Backend.Rescoring.ListPendingAsync("cafe", 4, after, default);
            Assert.InRange(page.Mentions.Count, 1, 4);
            read.AddRange(page.Mentions.Select(mention => mention.Mention.Id));
            after = page.NextCursor;
        }
        while (after is not null);

        Assert.Equal(expected, read);
        Assert.Empty((await Backend.Rescoring.ListPendingAsync("ngo", 4, null, default)).Mentions);
    }

    [BackendTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnySequence_OfStoringCorrectingAndRescoring_CountsWhatIsStored(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 150; step++)
        {
            var post = $"{random.Next(12)}";
            switch (random.Next(5))
            {
                case 0 or 1:
                    await Store([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Random(random, $"{random.Next(12)}"))]);
                    break;
                case 2:
                    await Correct(post, random.Next(3) == 0 ? null : Glad with { Sentiment = (SentimentLabel)random.Next(3) });
                    break;
                default:
                    var known = await RecountedBuckets.MentionsAsync(Backend, "cafe");
                    await Rescore([.. known.Take(random.Next(4)).Select(mention => new RescoredMention(mention.Mention.Id, mention.Revision - random.Next(2), Random(random, post).Score))]);
                    break;
            }

            if (step % 10 == 9)
            {
                await RecountedBuckets.AssertExactAsync(Backend, "cafe");
            }
        }

        Backend.Reopen();
        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    [BackendFact]
    public async Task Rescore_BesideCorrectionsAndRedeliveries_CountsExactly()
    {
        var posts = Enumerable.Range(0, 40).Select(i => Pending($"{i}", Noon.AddMinutes(i % 12))).ToArray();
        await Store(posts);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 25; i++)
            {
                var post = random.Next(40);
                await ((seed % 3) switch
                {
                    0 => (Task)Correct($"{post}", Glad with { Sentiment = (SentimentLabel)random.Next(3) }),
                    1 => Rescore(new RescoredMention($"mastodon:{post}", random.Next(1, 4), Random(random, "x").Score)),
                    _ => Store(posts[post] with { CollectedAtUtc = Noon.AddMinutes(random.Next(90)) }),
                });
            }
        })));

        await RecountedBuckets.AssertExactAsync(Backend, "cafe");
    }

    private static ScoredMention Random(Random random, string postId)
    {
        var mention = Mention(postId, Noon.AddMinutes(postId.Length * 3), collected: Noon.AddMinutes(random.Next(60)));
        return mention with
        {
            Score = mention.Score with
            {
                Sentiment = (SentimentLabel)random.Next(3),
                Language = random.Next(2) == 0 ? "fr" : "en",
                Toxicity = random.Next(3) switch { 0 => null, 1 => 0.2f, _ => 0.9f },
                Intents = [.. IntentNames.All.Where(_ => random.Next(3) == 0)],
                Pending = random.Next(2) == 0 ? PendingReason.Budget : null,
            },
        };
    }

    private static ScoredMention Pending(string postId, DateTimeOffset? created = null)
    {
        var mention = Mention(postId, created);
        return mention with { Score = mention.Score with { Pending = PendingReason.Throttled } };
    }

    private Task<int> Rescore(params RescoredMention[] scores) => Backend.Rescoring.RescoreAsync("cafe", scores, default);

    private Task<CorrectionResult> Correct(string postId, SentimentCorrection? correction) =>
        Backend.Corrections.CorrectAsync("cafe", $"mastodon:{postId}", correction, null, default);

    private Task<StoreOutcome> Store(params ScoredMention[] mentions) => Backend.Mentions.StoreAsync("cafe", mentions, default);

    private Task<IReadOnlyList<RollupDocument>> Rollups() => Backend.Rollups.ListAsync("cafe", Noon.AddDays(-1), Noon.AddDays(1), default);
}
