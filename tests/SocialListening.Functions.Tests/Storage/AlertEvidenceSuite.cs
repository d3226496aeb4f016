using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every removal of posts from alerts keeps to, whatever its backend.</summary>
public abstract class AlertEvidenceSuite : StorageSuite
{
    [BackendFact]
    public async Task RemovePosts_InAlertsOfSeveralBrands_TakesThemOutAndTellsNobodyAgain()
    {
        await CommitAsync(Showing("a", "mastodon:1", "mastodon:2"), Showing("b", "mastodon:2", "mastodon:3"), Showing("c"));
        await CommitAsync(Showing("d", "mastodon:1") with { BrandId = "ngo" });
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);

        var removed = await Backend.Evidence.RemovePostsAsync(["mastodon:1", "mastodon:2", "mastodon:99"], default);

        Assert.Equal(["mastodon:1", "mastodon:1", "mastodon:2", "mastodon:2"], removed.Order(StringComparer.Ordinal));
        Assert.Empty(await PostsAsync("cafe", "a"));
        Assert.Equal(["mastodon:3"], await PostsAsync("cafe", "b"));
        Assert.Empty(await PostsAsync("ngo", "d"));
        Assert.Equal(["b", "c"], (await Backend.Alerts.ListPendingAsync("cafe", default)).Select(alert => alert.Id));
        Assert.Equal(1, (await Backend.Alerts.GetAsync("cafe", "a", default))!.Revision);
        Assert.Empty(await Backend.Evidence.RemovePostsAsync(["mastodon:1", "mastodon:2"], default));
    }

    [BackendFact]
    public async Task RemovePosts_ThenANewRevision_IsStoredAsUsual()
    {
        await CommitAsync(Showing("a", "mastodon:1"));
        await Backend.Evidence.RemovePostsAsync(["mastodon:1"], default);
        var (_, version) = await Backend.Alerts.GetDetectionStateAsync("cafe", default);

        Assert.True(await Backend.Alerts.TryCommitAsync("cafe", [2], version, Noon, [Showing("a", "mastodon:5") with { Revision = 2 }], default));

        Assert.Equal(["mastodon:5"], await PostsAsync("cafe", "a"));
    }

    private static Alert Showing(string id, params string[] posts) =>
        Alert(id) with { Posts = [.. posts.Select(post => new AlertPost(post, "", "mastodon", SentimentLabel.Negative, 1))] };

    private Task<bool> CommitAsync(params Alert[] alerts) => Backend.Alerts.TryCommitAsync(alerts[0].BrandId, [1], 0, Noon, alerts, default);

    private async Task<IEnumerable<string>> PostsAsync(string brand, string id) => (await Backend.Alerts.GetAsync(brand, id, default))!.Posts.Select(post => post.MentionId);
}
