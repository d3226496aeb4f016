using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every deleting of mentions keeps to, whatever its backend.</summary>
public abstract class MentionErasureSuite : StorageSuite
{
    [BackendFact]
    public async Task Find_PostsOfSeveralBrandsAndDays_GivesEachCopy()
    {
        await StoreAsync(Mention("1"), Mention("1", brand: "ngo"), Mention("2", Noon.AddDays(-3)), Mention("3"), Mention("https://a/é?x=1 2", platform: "rss"));

        var found = await Backend.Erasing.FindAsync(["mastodon:1", "mastodon:2", "rss:https://a/é?x=1 2", "x:1", "mastodon:9"], default);

        Assert.Equal(
            ["cafe mastodon:1", "cafe mastodon:2", "cafe rss:https://a/é?x=1 2", "ngo mastodon:1"],
            found.Select(place => $"{place.BrandId} {place.MentionId}").Order(StringComparer.Ordinal));
        Assert.Equal(Noon.AddDays(-3), found.Single(place => place.MentionId == "mastodon:2").CreatedAtUtc);
    }

    [BackendFact]
    public async Task FindByAuthor_IdOrPseudonym_GivesThatAuthorOnThatPlatformAlone()
    {
        await StoreAsync(
            By(Mention("1"), "lea"), By(Mention("2", brand: "ngo"), "p_1"), By(Mention("3"), "tom"), By(Mention("4"), null), By(Mention("5", platform: "x"), "lea"), By(Mention("6", Noon.AddDays(-40)), "lea"));

        var found = await Backend.Erasing.FindByAuthorAsync("mastodon", ["lea", "p_1"], default);

        Assert.Equal(["mastodon:1", "mastodon:2", "mastodon:6"], found.Select(place => place.MentionId).Order(StringComparer.Ordinal));
        Assert.Empty(await Backend.Erasing.FindByAuthorAsync("hackernews", ["lea"], default));
    }

    [BackendFact]
    public async Task Delete_Mentions_LeavesTheOthersAndEveryCount()
    {
        await StoreAsync(Mention("1"), Mention("2"), Mention("1", brand: "ngo"), Mention("4", Noon.AddDays(-1)));
        var found = await Backend.Erasing.FindAsync(["mastodon:1", "mastodon:4"], default);

        await Backend.Erasing.DeleteAsync(found, default);
        await Backend.Erasing.DeleteAsync(found, default);
        Backend.Reopen();

        Assert.Empty(await Backend.Erasing.FindAsync(["mastodon:1", "mastodon:4"], default));
        Assert.Equal(["2"], (await Backend.Reader.ListAsync(new MentionFilter { BrandId = "cafe" }, default)).Mentions.Select(mention => mention.Mention.PlatformPostId));
        Assert.Empty((await Backend.Reader.ListAsync(new MentionFilter { BrandId = "ngo" }, default)).Mentions);
        Assert.Equal(3, (await Backend.Rollups.ListAsync("cafe", Noon.AddDays(-2), Noon.AddDays(1), default)).Sum(rollup => rollup.Total));
        Assert.Equal(CorrectionOutcome.Unknown, (await Backend.Corrections.CorrectAsync("cafe", "mastodon:1", new SentimentCorrection(SentimentLabel.Neutral, Noon), null, default)).Outcome);
    }

    [BackendFact]
    public async Task FindByAuthor_MoreThanACallHolds_GivesTheRestOnceThoseAreDeleted()
    {
        await StoreAsync([.. Enumerable.Range(0, IMentionErasure.MaxMentions + 30).Select(i => By(Mention($"{i}", Noon.AddHours(-i)), "lea"))]);

        var first = await Backend.Erasing.FindByAuthorAsync("mastodon", ["lea"], default);
        await Backend.Erasing.DeleteAsync(first, default);
        var rest = await Backend.Erasing.FindByAuthorAsync("mastodon", ["lea"], default);

        Assert.Equal((IMentionErasure.MaxMentions, 30), (first.Count, rest.Count));
        Assert.Equal(IMentionErasure.MaxMentions + 30, first.Concat(rest).Select(place => place.MentionId).Distinct().Count());
    }

    private static ScoredMention By(ScoredMention scored, string? author) => scored with { Mention = scored.Mention with { AuthorId = author } };

    private async Task StoreAsync(params ScoredMention[] mentions)
    {
        foreach (var brand in mentions.GroupBy(mention => mention.BrandId))
        {
            await Backend.Mentions.StoreAsync(brand.Key, [.. brand], default);
        }
    }
}
