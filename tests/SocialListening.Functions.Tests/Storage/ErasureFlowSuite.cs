using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Privacy;
using SocialListening.Privacy.Erasing;
using SocialListening.Queues;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>An erasure from its request to its proof, on every backend.</summary>
public abstract class ErasureFlowSuite : StorageSuite
{
    private static readonly AuthorPseudonymizer Pseudonyms = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private readonly SentMessages _queue = new();
    private readonly ManualClock _clock = new();

    private ErasureKeys Keys { get; } = new(Pseudonyms);

    private ErasureRegister Register => new(Backend.Erasures, Keys, Microsoft.Extensions.Options.Options.Create(new RetentionOptions()));

    private ErasureRequests Requests => new(Register, _queue);

    private ErasureGate Gate => new(Backend.Erasures, Keys, Requests, _clock);

    private ErasureProcessor Processor =>
        new(Register, Keys, Requests, Backend.Erasing, Backend.Evidence, new PoisonQueue(_queue, _clock), _clock, NullLogger<ErasureProcessor>.Instance);

    [BackendFact]
    public async Task Author_NamedById_IsErasedEverywhereAndNeverComesBack()
    {
        var own = By("1", Pseudonyms.Pseudonym("mastodon", "lea"));
        var kept = By("2", "lea", brand: "ngo");
        var other = By("3", "tom");
        await StoreAsync(own, kept, other);
        await Backend.Alerts.TryCommitAsync("cafe", [1], 0, Noon, [Alert("a") with { Posts = [Post("mastodon:1"), Post("mastodon:3")] }], default);

        var asked = Assert.Single(await Requests.RequestAsync(Author("lea"), default));
        Assert.Equal([true, true, false], await Gate.AreErasedAsync([own.Mention, kept.Mention, other.Mention], default));
        Assert.Equal(2, await NextAsync());

        var entry = (await Backend.Erasures.GetAsync(asked.Key, default)).Value!;
        Assert.Equal((ErasureKind.Author, ErasureReason.AuthorRequest, 2, 1), (entry.Kind, entry.Reason, entry.Mentions, entry.AlertPosts));
        Assert.NotNull(entry.ErasedAtUtc);
        Assert.Null(entry.DoneAtUtc);
        Assert.Empty(await Backend.Erasing.FindAsync(["mastodon:1", "mastodon:2"], default));
        Assert.Single(await Backend.Erasing.FindAsync(["mastodon:3"], default));
        Assert.Equal(["mastodon:3"], (await Backend.Alerts.GetAsync("cafe", "a", default))!.Posts.Select(post => post.MentionId));

        // A batch that had passed the ledger before, and an alert that saw the mention before it went.
        await StoreAsync(By("9", "lea"));
        await Backend.Alerts.TryCommitAsync("ngo", [1], 0, Noon, [Alert("b", brand: "ngo") with { Posts = [Post("mastodon:2")] }], default);
        Assert.Equal(1, await NextAsync(ErasureProcessor.SecondLook));
        Assert.Empty((await Backend.Alerts.GetAsync("ngo", "b", default))!.Posts);
        Assert.Null((await Backend.Erasures.GetAsync(asked.Key, default)).Value!.DoneAtUtc);

        Assert.Equal(0, await NextAsync(ErasureProcessor.SecondLook));
        entry = (await Backend.Erasures.GetAsync(asked.Key, default)).Value!;
        Assert.Equal((3, 2), (entry.Mentions, entry.AlertPosts));
        Assert.NotNull(entry.DoneAtUtc);
        Assert.Equal(0, _queue.Count);
    }

    [BackendFact]
    public async Task Posts_NamedById_AreErasedEachWithItsProof()
    {
        await StoreAsync(By("1", "lea"), By("1", "lea", brand: "ngo"), By("2", "lea"));

        var entries = await Requests.RequestAsync(Posts("1", "2", "77"), default);
        await NextAsync();
        await NextAsync(ErasureProcessor.SecondLook);

        var counts = await Task.WhenAll(entries.Select(async entry => (await Backend.Erasures.GetAsync(entry.Key, default)).Value!.Mentions));
        Assert.Equal([2, 1, 0], counts);
        Assert.All(await Backend.Erasures.ListAsync(openOnly: false, 10, default), entry => Assert.NotNull(entry.DoneAtUtc));
        Assert.Equal([true, true, false], await Gate.AreErasedAsync([By("2", null).Mention, By("77", "tom").Mention, By("3", "lea").Mention], default));
    }

    [BackendFact]
    public async Task Request_Repeated_KeepsTheFirstTimeAndChangesNoCount()
    {
        await StoreAsync(By("1", "lea"));
        var first = Assert.Single(await Requests.RequestAsync(Author("lea"), default));
        var (_, message, _) = _queue.Take();
        await Processor.ProcessAsync(message, default);
        await Processor.ProcessAsync(message, default);

        var again = Assert.Single(await Requests.RequestAsync(Author(Pseudonyms.Pseudonym("mastodon", "lea")) with { RequestedAtUtc = Noon.AddDays(3), Reason = ErasureReason.Order }, default));

        Assert.Equal((first.Key, Noon, ErasureReason.AuthorRequest, 1), (again.Key, again.RequestedAtUtc, again.Reason, again.Mentions));
    }

    [BackendFact]
    public async Task Author_WithMoreThanAMessageMayDelete_GoesOnInAnother()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_050).Select(i => By($"{i}", "lea", created: Noon.AddSeconds(-i)))]);
        await Requests.RequestAsync(Author("lea"), default);

        Assert.Equal(1_000, await NextAsync());
        Assert.Single(await Backend.Erasures.ListAsync(openOnly: true, 10, default), entry => entry is { Mentions: 1_000, ErasedAtUtc: null });
        Assert.Equal(50, await NextAsync());
        Assert.Equal(0, await NextAsync(ErasureProcessor.SecondLook));
        Assert.Single(await Backend.Erasures.ListAsync(openOnly: false, 10, default), entry => entry is { Mentions: 1_050, DoneAtUtc: not null });
    }

    [BackendFact]
    public async Task Signal_OfThePlatform_ErasesThePostThatWasStoredBefore()
    {
        await StoreAsync(By("1", "lea"), By("2", "lea"));
        var gone = By("1", "lea").Mention with { DeletionSignal = "account suspended" };

        Assert.Equal([true, false], await Gate.AreErasedAsync([gone, By("2", "lea").Mention], default));
        Assert.Equal(1, await NextAsync());
        Assert.Equal([true], await Gate.AreErasedAsync([gone], default));

        Assert.Equal(ErasureReason.PlatformSignal, Assert.Single(await Backend.Erasures.ListAsync(openOnly: true, 10, default)).Reason);
        Assert.Equal((ErasureProcessor.SecondLook, 0), (_queue.Take().After, _queue.Count));
        Assert.Single(await Backend.Erasing.FindAsync(["mastodon:1", "mastodon:2"], default));
    }

    [BackendFact]
    public async Task Ledger_AfterErasures_NamesNobody()
    {
        await StoreAsync(By("post-4711", "lea"));
        await Requests.RequestAsync(Author("lea"), default);
        await Requests.RequestAsync(Posts("post-4711"), default);
        await NextAsync();
        await NextAsync();

        var written = string.Concat((await Backend.Erasures.ListAsync(openOnly: false, 10, default)).Select(entry => JsonSerializer.Serialize(entry, SocialListeningJsonContext.Default.ErasureRecord)));

        Assert.All(["lea", "4711", "Le service", Pseudonyms.Pseudonym("mastodon", "lea")[2..]], word => Assert.DoesNotContain(word, written, StringComparison.OrdinalIgnoreCase));
    }

    [BackendFact]
    public async Task Message_ThatCannotBeRead_IsPutAside()
    {
        Assert.Equal(0, await Processor.ProcessAsync("""{"n":"erasure","v":1,"d":{"kind":"Author","platform":"x","subjects":["a","b"],"reason":"Order","requestedAtUtc":"2026-03-02T12:00:00Z"}}""", default));

        Assert.Equal("erasures-poison", _queue.Take().Queue);
        Assert.Equal(0, _queue.Count);
    }

    private static ScoredMention By(string postId, string? author, string brand = "cafe", DateTimeOffset? created = null)
    {
        var scored = Mention(postId, created, brand);
        return scored with { Mention = scored.Mention with { AuthorId = author } };
    }

    private static AlertPost Post(string mentionId) => new(mentionId, "", "mastodon", SentimentLabel.Negative, 1);

    private static ErasureOrder Author(string author) => new() { Kind = ErasureKind.Author, Platform = "mastodon", Subjects = [author], Reason = ErasureReason.AuthorRequest, RequestedAtUtc = Noon };

    private static ErasureOrder Posts(params string[] posts) => new() { Kind = ErasureKind.Post, Platform = "mastodon", Subjects = posts, Reason = ErasureReason.PostDeleted, RequestedAtUtc = Noon };

    private async Task<int> NextAsync(TimeSpan after = default)
    {
        var (queue, text, waits) = _queue.Take();
        Assert.Equal((QueueNames.Erasures, after), (queue, waits));
        return await Processor.ProcessAsync(text, default);
    }

    private async Task StoreAsync(params ScoredMention[] mentions)
    {
        foreach (var brand in mentions.GroupBy(mention => mention.BrandId))
        {
            await Backend.Mentions.StoreAsync(brand.Key, [.. brand], default);
        }
    }
}
