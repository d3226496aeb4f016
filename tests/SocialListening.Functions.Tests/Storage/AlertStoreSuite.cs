using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every alert store keeps to, whatever its backend.</summary>
public abstract class AlertStoreSuite : StorageSuite
{
    [BackendFact]
    public async Task GetDetectionState_BeforeTheFirst_HasNoValueAndVersionZero() =>
        Assert.Equal(new Versioned<byte[]>(null, 0), await Backend.Alerts.GetDetectionStateAsync("cafe", default));

    [BackendFact]
    public async Task TryCommit_StateAndAlerts_AreBothStored()
    {
        Assert.True(await Commit(0, [1, 0, 255], Alert("a")));

        var state = await Backend.Alerts.GetDetectionStateAsync("cafe", default);
        Assert.Equal([1, 0, 255], state.Value!);
        Assert.NotEqual(0, state.Version);
        Assert.Equal(Json(Alert("a")), Json(await Backend.Alerts.GetAsync("cafe", "a", default)));
    }

    [BackendFact]
    public async Task TryCommit_WithAnOldVersion_StoresNeitherStateNorAlerts()
    {
        await Commit(0, [1]);
        var version = (await Backend.Alerts.GetDetectionStateAsync("cafe", default)).Version;
        await Commit(version, [2]);

        Assert.False(await Commit(version, [3], Alert("a")));
        Assert.False(await Commit(0, [4], Alert("b")));

        Assert.Equal([2], (await Backend.Alerts.GetDetectionStateAsync("cafe", default)).Value!);
        Assert.Empty(await Backend.Alerts.ListAsync("cafe", null, 100, default));
    }

    [BackendFact]
    public async Task TryCommit_RacingDetectors_LetsOneThrough()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => Commit(0, [(byte)i], Alert($"{i}")))));

        Assert.Equal(1, results.Count(first => first));
        var alert = Assert.Single(await Backend.Alerts.ListAsync("cafe", null, 100, default));
        Assert.Equal([byte.Parse(alert.Id, null)], (await Backend.Alerts.GetDetectionStateAsync("cafe", default)).Value!);
    }

    [BackendFact]
    public async Task TryCommit_AnotherBrandsAlert_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(0, [1], Alert("a", brand: "ngo")));
        Assert.Null((await Backend.Alerts.GetDetectionStateAsync("cafe", default)).Value);
    }

    [BackendFact]
    public async Task TryCommit_NewerRevision_ReplacesTheAlert()
    {
        await CommitNext(Alert("a", 1));
        await CommitNext(Alert("a", 2, status: AlertStatus.Ended));

        var alert = Assert.Single(await Backend.Alerts.ListAsync("cafe", null, 100, default));
        Assert.Equal((2, AlertStatus.Ended), (alert.Revision, alert.Status));
    }

    [BackendFact]
    public async Task TryCommit_OlderRevision_IsIgnored()
    {
        await CommitNext(Alert("a", 3));
        await CommitNext(Alert("a", 2));

        Assert.Equal(3, (await Backend.Alerts.GetAsync("cafe", "a", default))?.Revision);
    }

    [BackendFact]
    public async Task ListPending_UntilQueued_GivesTheOldestOnsetFirst()
    {
        await CommitNext(Alert("late", onset: Noon.AddHours(1)), Alert("early", onset: Noon.AddHours(-1)), Alert("b"), Alert("a"));

        Assert.Equal(["early", "a", "b", "late"], await Pending());
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);
        Assert.Equal(["early", "b", "late"], await Pending());
    }

    [BackendFact]
    public async Task ListPending_NewRevisionOfAQueuedAlert_IsPendingAgain()
    {
        await CommitNext(Alert("a", 1));
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);
        await CommitNext(Alert("a", 2));

        Assert.Equal(["a"], await Pending());
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);
        Assert.Equal(["a"], await Pending());
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 2, default);
        Assert.Empty(await Pending());
    }

    [BackendFact]
    public async Task ListPending_SameRevisionAgain_StaysQueued()
    {
        await CommitNext(Alert("a", 1));
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);
        await CommitNext(Alert("a", 1));

        Assert.Empty(await Pending());
    }

    [BackendFact]
    public async Task MarkQueued_UnknownAlert_ChangesNothing()
    {
        await Backend.Alerts.MarkQueuedAsync("cafe", "nobody", 1, default);
        Assert.Null(await Backend.Alerts.GetAsync("cafe", "nobody", default));
    }

    [BackendFact]
    public async Task List_ByStatusAndLimit_GivesTheNewestOnsetFirst()
    {
        await CommitNext(
            Alert("1", onset: Noon),
            Alert("2", onset: Noon.AddHours(2), status: AlertStatus.Ended),
            Alert("3", onset: Noon.AddHours(3)),
            Alert("4", onset: Noon.AddHours(1)));

        Assert.Equal(["3", "2", "4", "1"], await Ids(null, 100));
        Assert.Equal(["3", "4"], await Ids(AlertStatus.Open, 2));
        Assert.Equal(["2"], await Ids(AlertStatus.Ended, 100));
        Assert.Empty(await Backend.Alerts.ListAsync("ngo", null, 100, default));
    }

    [BackendTheory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task List_LimitOutsideItsRange_Throws(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Backend.Alerts.ListAsync("cafe", null, limit, default));

    [BackendFact]
    public async Task TryMarkNotified_EachChannelAndRevision_SucceedsOnce()
    {
        Assert.False(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 1, "console", default));
        Assert.True(await Backend.Alerts.TryMarkNotifiedAsync("cafe", "a", 1, "console", default));
        Assert.False(await Backend.Alerts.TryMarkNotifiedAsync("cafe", "a", 1, "console", default));

        Assert.True(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 1, "console", default));
        Assert.False(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 2, "console", default));
        Assert.False(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 1, "webhook", default));
        Assert.False(await Backend.Alerts.IsNotifiedAsync("ngo", "a", 1, "console", default));
        Assert.True(await Backend.Alerts.TryMarkNotifiedAsync("cafe", "a", 2, "console", default));
    }

    [BackendFact]
    public async Task TryMarkNotified_Racing_LetsOneThrough()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Backend.Alerts.TryMarkNotifiedAsync("cafe", "a", 1, "webhook", default))));

        Assert.Equal(1, results.Count(first => first));
    }

    [BackendFact]
    public async Task Reopen_AfterWrites_KeepsEverything()
    {
        await CommitNext(Alert("a"), Alert("b"));
        await Backend.Alerts.MarkQueuedAsync("cafe", "a", 1, default);
        await Backend.Alerts.TryMarkNotifiedAsync("cafe", "a", 1, "console", default);
        var state = await Backend.Alerts.GetDetectionStateAsync("cafe", default);

        Backend.Reopen();

        var again = await Backend.Alerts.GetDetectionStateAsync("cafe", default);
        Assert.Equal((Convert.ToHexString(state.Value!), state.Version), (Convert.ToHexString(again.Value!), again.Version));
        Assert.Equal(["b"], await Pending());
        Assert.True(await Backend.Alerts.IsNotifiedAsync("cafe", "a", 1, "console", default));
    }

    private static string Json(Alert? alert) => JsonSerializer.Serialize(alert);

    private Task<bool> Commit(long version, byte[] state, params Alert[] alerts) =>
        Backend.Alerts.TryCommitAsync("cafe", state, version, Noon.AddHours(1), alerts, default);

    private async Task CommitNext(params Alert[] alerts) =>
        Assert.True(await Commit((await Backend.Alerts.GetDetectionStateAsync("cafe", default)).Version, [9], alerts));

    private async Task<IEnumerable<string>> Pending() => (await Backend.Alerts.ListPendingAsync("cafe", default)).Select(alert => alert.Id);

    private async Task<IEnumerable<string>> Ids(AlertStatus? status, int limit) =>
        (await Backend.Alerts.ListAsync("cafe", status, limit, default)).Select(alert => alert.Id);
}
