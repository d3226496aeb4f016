using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every mention reader keeps to, whatever its backend.</summary>
public abstract class MentionReaderSuite : StorageSuite
{
    [BackendFact]
    public async Task List_SeveralMentions_ComeNewestFirstThenById()
    {
        await Store(Mention("b"), Mention("c", Noon.AddMinutes(1)), Mention("a"), Mention("d", Noon.AddMinutes(-1)));

        Assert.Equal(["c", "a", "b", "d"], await Ids(new MentionFilter { BrandId = "cafe" }));
    }

    [BackendFact]
    public async Task List_PageByPage_GivesEachMentionOnceEvenAtEqualTimes()
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, 97).Select(i => Mention($"{i:D3}", Noon.AddMinutes(random.Next(9)))).ToArray();
        await Store(all);
        var expected = all.OrderByDescending(mention => mention.Mention.CreatedAtUtc).ThenBy(mention => mention.Mention.Id, StringComparer.Ordinal)
            .Select(mention => mention.Mention.PlatformPostId).ToArray();

        foreach (var limit in new[] { 1, 10, 96, 97, 1000 })
        {
            var read = new List<string>();
            MentionCursor? cursor = null;
            do
            {
                var page = await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Limit = limit, After = cursor }, default);
                Assert.InRange(page.Mentions.Count, 1, limit);
                read.AddRange(page.Mentions.Select(mention => mention.Mention.PlatformPostId));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
            Assert.Equal(expected, read);
        }
    }

    [BackendFact]
    public async Task List_MentionsAddedBetweenPages_DisturbNoPage()
    {
        await Store(Mention("1", Noon), Mention("2", Noon.AddMinutes(1)), Mention("3", Noon.AddMinutes(2)));
        var first = await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Limit = 2 }, default);
        await Store(Mention("4", Noon.AddMinutes(3)), Mention("5", Noon.AddMinutes(-1)));

        Assert.Equal(["1", "5"], await Ids(new MentionFilter { BrandId = "cafe", Limit = 2, After = first.NextCursor }));
    }

    [BackendFact]
    public async Task List_ByIntent_GivesThoseThatHaveItAmongOthers()
    {
        await Store(Toned("1", null, IntentNames.Question, IntentNames.Praise), Toned("2", null, IntentNames.Praise), Toned("3", null));

        Assert.Equal(["1", "2"], await Ids(new MentionFilter { BrandId = "cafe", Intent = IntentNames.Praise }));
        Assert.Equal(["1"], await Ids(new MentionFilter { BrandId = "cafe", Intent = IntentNames.Question }));
        Assert.Empty(await Ids(new MentionFilter { BrandId = "cafe", Intent = IntentNames.PurchaseIntent }));
        Assert.Empty(await Ids(new MentionFilter { BrandId = "cafe", Intent = "unheard-of" }));
    }

    [BackendFact]
    public async Task List_ByToxicity_IncludesTheLeastAndLeavesOutTheUnknown()
    {
        await Store(Toned("1", 0.7f), Toned("2", 0.699f), Toned("3", null), Toned("4", 0), Toned("5", 1));

        Assert.Equal(["1", "5"], await Ids(new MentionFilter { BrandId = "cafe", MinToxicity = 0.7 }));
        Assert.Equal(["1", "2", "4", "5"], await Ids(new MentionFilter { BrandId = "cafe", MinToxicity = 0 }));
        Assert.Equal(["5"], await Ids(new MentionFilter { BrandId = "cafe", MinToxicity = 1 }));
    }

    [BackendFact]
    public async Task List_Window_IncludesItsStartAndExcludesItsEnd()
    {
        await Store(Mention("1", Noon.AddTicks(-1)), Mention("2", Noon), Mention("3", Noon.AddMinutes(1).AddTicks(-1)), Mention("4", Noon.AddMinutes(1)));

        Assert.Equal(["3", "2"], await Ids(new MentionFilter { BrandId = "cafe", From = Noon, To = Noon.AddMinutes(1) }));
        Assert.Equal(["4", "3", "2"], await Ids(new MentionFilter { BrandId = "cafe", From = Noon }));
        Assert.Equal(["1"], await Ids(new MentionFilter { BrandId = "cafe", To = Noon }));
    }

    [BackendFact]
    public async Task List_WindowThatEndsBeforeTheCursor_StartsAtTheWindow()
    {
        await Store(Mention("1", Noon), Mention("2", Noon.AddMinutes(1)), Mention("3", Noon.AddMinutes(2)));

        var filter = new MentionFilter { BrandId = "cafe", To = Noon.AddMinutes(2), After = new MentionCursor(Noon.AddHours(1), "zzz") };

        Assert.Equal(["2", "1"], await Ids(filter));
    }

    [BackendFact]
    public async Task List_Filters_NarrowTogether()
    {
        await Store(
            Mention("1", platform: "mastodon", language: "fr", sentiment: SentimentLabel.Negative),
            Mention("2", platform: "mastodon", language: "en", sentiment: SentimentLabel.Negative),
            Mention("3", platform: "bluesky", language: "fr", sentiment: SentimentLabel.Negative),
            Mention("4", platform: "mastodon", language: "fr", sentiment: SentimentLabel.Neutral));
        var all = new MentionFilter { BrandId = "cafe" };

        Assert.Equal(["3", "1", "2", "4"], await Ids(all));
        Assert.Equal(["3"], await Ids(all with { Platform = "bluesky" }));
        Assert.Equal(["2"], await Ids(all with { Language = "en" }));
        Assert.Equal(["4"], await Ids(all with { Sentiment = SentimentLabel.Neutral }));
        Assert.Equal(["1"], await Ids(all with { Platform = "mastodon", Language = "fr", Sentiment = SentimentLabel.Negative }));
        Assert.Empty(await Ids(all with { Platform = "unheard-of" }));
        Assert.Empty(await Ids(all with { BrandId = "nobody" }));
    }

    [BackendFact]
    public async Task List_LastPageFilledExactly_HasNoNextCursor()
    {
        await Store(Mention("1"), Mention("2"));

        Assert.Null((await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Limit = 2 }, default)).NextCursor);
    }

    [BackendTheory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task List_LimitOutsideItsRange_Throws(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe", Limit = limit }, default));

    private Task<StoreOutcome> Store(params ScoredMention[] mentions) => Backend.Mentions.StoreAsync("cafe", mentions, default);

    private async Task<IEnumerable<string>> Ids(MentionFilter filter) =>
        (await Backend.Reader.ListAsync(filter, default)).Mentions.Select(mention => mention.Mention.PlatformPostId);
}
