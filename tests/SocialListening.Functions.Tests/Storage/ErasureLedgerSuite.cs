using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every erasure ledger keeps to, whatever its backend.</summary>
public abstract class ErasureLedgerSuite : StorageSuite
{
    [BackendFact]
    public async Task Get_UnknownKey_GivesNothing()
    {
        Assert.Equal(default, await Backend.Erasures.GetAsync(Key("post", 1), default));
        Assert.Empty(await Backend.Erasures.FindAsync([Key("post", 1), Key("author", 1)], default));
        Assert.Empty(await Backend.Erasures.ListAsync(openOnly: false, 10, default));
    }

    [BackendFact]
    public async Task TrySave_Entry_IsGivenBackWholeAfterARestart()
    {
        var entry = Entry("author", 1) with { Reason = ErasureReason.Order, ErasedAtUtc = Noon.AddMinutes(1), DoneAtUtc = Noon.AddMinutes(16), Mentions = 3, AlertPosts = 2 };

        Assert.True(await Backend.Erasures.TrySaveAsync(entry, 0, default));
        Backend.Reopen();

        var (read, version) = await Backend.Erasures.GetAsync(entry.Key, default);
        Assert.Equal(entry, read);
        Assert.True(version > 0);
    }

    [BackendFact]
    public async Task TrySave_OutdatedVersion_ChangesNothing()
    {
        await Backend.Erasures.TrySaveAsync(Entry("post", 1), 0, default);
        var (_, version) = await Backend.Erasures.GetAsync(Key("post", 1), default);

        Assert.False(await Backend.Erasures.TrySaveAsync(Entry("post", 1) with { Mentions = 9 }, 0, default));
        Assert.True(await Backend.Erasures.TrySaveAsync(Entry("post", 1) with { Mentions = 1 }, version, default));
        Assert.False(await Backend.Erasures.TrySaveAsync(Entry("post", 1) with { Mentions = 9 }, version, default));

        Assert.Equal(1, (await Backend.Erasures.GetAsync(Key("post", 1), default)).Value!.Mentions);
    }

    [BackendFact]
    public async Task Find_ManyKeys_GivesThoseInTheLedger()
    {
        await Backend.Erasures.TrySaveAsync(Entry("post", 7), 0, default);
        await Backend.Erasures.TrySaveAsync(Entry("author", 7), 0, default);
        string[] asked = [.. Enumerable.Range(0, 250).SelectMany(i => (string[])[Key("post", i), Key("author", i)])];

        var found = await Backend.Erasures.FindAsync(asked, default);

        Assert.Equal([Key("author", 7), Key("post", 7)], found.Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Backend.Erasures.FindAsync([.. asked, Key("post", 999)], default));
    }

    [BackendFact]
    public async Task List_Entries_GivesTheLatestFirstAndOnlyOpenOnesOnRequest()
    {
        for (var i = 1; i <= 5; i++)
        {
            var entry = Entry(i % 2 == 0 ? "post" : "author", i) with { RequestedAtUtc = Noon.AddMinutes(i), DoneAtUtc = i < 3 ? Noon.AddHours(1) : null };
            await Backend.Erasures.TrySaveAsync(entry, 0, default);
        }

        var all = await Backend.Erasures.ListAsync(openOnly: false, 4, default);
        var open = await Backend.Erasures.ListAsync(openOnly: true, 10, default);

        Assert.Equal([5, 4, 3, 2], all.Select(entry => entry.RequestedAtUtc.Minute));
        Assert.Equal([5, 4, 3], open.Select(entry => entry.RequestedAtUtc.Minute));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Backend.Erasures.ListAsync(openOnly: false, 0, default));
    }

    private static string Key(string kind, int number) => $"{kind}-{number:x32}";

    private static ErasureRecord Entry(string kind, int number) => new()
    {
        Key = Key(kind, number),
        Kind = kind == "post" ? ErasureKind.Post : ErasureKind.Author,
        Platform = "mastodon",
        Reason = ErasureReason.AuthorRequest,
        RequestedAtUtc = Noon,
        ExpiresAtUtc = Noon.AddDays(1826),
    };
}
