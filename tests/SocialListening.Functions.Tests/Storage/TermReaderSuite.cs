using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Rollups;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>How every backend counts key phrases by hour and day.</summary>
public abstract class TermReaderSuite : StorageSuite
{
    [BackendFact]
    public async Task List_HoursAndDays_CountsEachMentionOnceWhereItWasMade()
    {
        ScoredMention[] mentions =
        [
            Saying("1", Noon, "colis perdu", "Livraison"), Saying("2", Noon.AddMinutes(59), "livraison"),
            Saying("3", Noon.AddHours(1), "livraison"), Saying("4", Noon.AddDays(1), "retard"), Saying("5", Noon),
        ];
        await Backend.Mentions.StoreAsync("cafe", mentions, default);
        await Backend.Mentions.StoreAsync("cafe", mentions, default);
        await Backend.Mentions.StoreAsync("ngo", [Saying("1", Noon, "don") with { BrandId = "ngo" }], default);
        Backend.Reopen();

        Assert.Equal(
            ["03-02 12 colis perdu=1 livraison=2", "03-02 13 livraison=1", "03-03 12 retard=1"], await ListAsync(TermSpan.Hour));
        Assert.Equal(["03-02 00 colis perdu=1 livraison=3", "03-03 00 retard=1"], await ListAsync(TermSpan.Day));
        Assert.Single(await Backend.Terms.ListAsync("cafe", TermSpan.Hour, Noon.AddHours(1), Noon.AddHours(2), default));
        Assert.Empty(await Backend.Terms.ListAsync("nobody", TermSpan.Day, Noon.AddDays(-9), Noon.AddDays(9), default));
    }

    [BackendFact]
    public async Task Rescore_WithOtherPhrases_MovesThemAndNothingElse()
    {
        await Backend.Mentions.StoreAsync("cafe", [Saying("1", Noon, "colis", "perdu"), Saying("2", Noon, "colis")], default);
        var before = Assert.Single(await Backend.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default));

        Assert.Equal(1, await Backend.Rescoring.RescoreAsync("cafe", [new("mastodon:1", 1, Saying("1", Noon, "perdu", "remboursement").Score)], default));
        await Backend.Corrections.CorrectAsync("cafe", "mastodon:2", new SentimentCorrection(SentimentLabel.Positive, Noon), null, default);

        Assert.Equal(["03-02 00 colis=1 perdu=1 remboursement=1"], await ListAsync(TermSpan.Day));
        Assert.Equal(before.Revision + 1, Assert.Single(await Backend.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Revision);
    }

    [BackendFact]
    public async Task Erase_Mentions_TakesTheirPhrasesOutAndLeavesTheOtherCounts()
    {
        await Backend.Mentions.StoreAsync("cafe", [Saying("1", Noon, "colis", "lea dupont"), Saying("2", Noon, "colis"), Saying("3", Noon.AddHours(-3), "seul")], default);
        var places = await Backend.Erasing.FindAsync(["mastodon:1", "mastodon:3"], default);

        await Backend.Erasing.DeleteAsync(places, default);
        await Backend.Erasing.DeleteAsync(places, default);

        Assert.Equal(["03-02 00 colis=1"], await ListAsync(TermSpan.Day));
        Assert.Equal(["03-02 12 colis=1"], await ListAsync(TermSpan.Hour));
        Assert.Equal(3, (await Backend.Rollups.ListAsync("cafe", Noon.AddDays(-1), Noon.AddDays(1), default)).Sum(rollup => rollup.Total));
    }

    [BackendFact]
    public async Task Store_MorePhrasesThanAreKept_SaysHowFarCountsMayErr()
    {
        var rare = Enumerable.Range(0, 300).Select(i => Saying($"{i}", Noon.AddSeconds(i), "livraison", $"rare {i:000}")).ToArray();
        await Backend.Mentions.StoreAsync("cafe", rare, default);

        var day = Assert.Single(await Backend.Terms.ListAsync("cafe", TermSpan.Day, Noon.AddDays(-1), Noon.AddDays(1), default)).Terms;
        var hour = Assert.Single(await Backend.Terms.ListAsync("cafe", TermSpan.Hour, Noon, Noon.AddHours(1), default)).Terms;

        Assert.Equal((300, 0), (day.Counts["livraison"], day.Earlier.GetValueOrDefault("livraison")));

        // A day may have several parts, each with phrases of its own.
        Assert.InRange(day.Counts.Count, TermCounting.Capacity(TermSpan.Day), 2 * TermCounting.Capacity(TermSpan.Day));
        Assert.InRange(hour.Counts.Count, TermCounting.Capacity(TermSpan.Hour), 2 * TermCounting.Capacity(TermSpan.Hour));
        Assert.InRange(day.Unlisted, 1, 600 / TermCounting.Capacity(TermSpan.Day));
        Assert.InRange(hour.Unlisted, 1, 600 / TermCounting.Capacity(TermSpan.Hour));
    }

    private static ScoredMention Saying(string postId, DateTimeOffset created, params string[] phrases)
    {
        var mention = Mention(postId, created);
        return mention with { Score = mention.Score with { KeyPhrases = phrases } };
    }

    private async Task<IEnumerable<string>> ListAsync(TermSpan span) =>
        (await Backend.Terms.ListAsync("cafe", span, Noon.AddDays(-9), Noon.AddDays(9), default)).Select(period =>
            $"{period.Start:MM-dd HH} {string.Join(' ', period.Terms.Counts.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => $"{term.Key}={term.Value}"))}");
}
