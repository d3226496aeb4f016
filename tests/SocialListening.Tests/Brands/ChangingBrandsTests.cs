using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Tests.Collecting;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Spikes.Running;

namespace SocialListening.Tests.Brands;

/// <summary>What the stages do when the brands change while they work.</summary>
public sealed class ChangingBrandsTests
{
    private static readonly Brand Cafe = Samples.Brand("cafe") with { Query = "café" };

    private readonly FixedCatalog _catalog = new(Cafe);
    private readonly MemoryQueues _queues = new();

    [Fact]
    public async Task Dispatch_AfterAChange_MatchesTheBrandsOfNowAndKeepsAuthorsAsTheySay()
    {
        var dispatcher = Dispatcher();
        await DispatchAsync(dispatcher, "Le café de la gare");
        _catalog.Current = new BrandSnapshot([Cafe with { Query = "thé" }, Samples.Brand("gare") with { Query = "gare", KeepAuthorIdentity = true }]);
        await DispatchAsync(dispatcher, "Le café de la gare");

        var queued = Queued();
        Assert.Equal([["cafe"], ["gare"]], queued.Select(matched => matched.BrandIds));
        Assert.Equal([null, "lea"], queued.Select(matched => matched.Mention.AuthorHandle));
    }

    [Fact]
    public async Task Dispatch_BrandGoesAwayInTheMiddle_ItsMentionsAreThoseOfOneSnapshot()
    {
        var taken = new SnapshotMatching();
        var dispatcher = Dispatcher(new Leaving(taken, () => _catalog.Current = new BrandSnapshot([])));

        await DispatchAsync(dispatcher, "Le café de la gare");

        Assert.Equal(["cafe"], Assert.Single(Queued()).BrandIds);
        Assert.Empty(_catalog.Current.Brands);
    }

    [Fact]
    public async Task Dispatch_WhileBrandsComeAndGo_NeverMixesTwoSnapshots()
    {
        const int Workers = 4;
        const int Rounds = 100;
        BrandSnapshot[] snapshots =
        [
            new([Cafe]),
            new([Cafe with { KeepAuthorIdentity = true }, Samples.Brand("open") with { Query = "café", KeepAuthorIdentity = true }]),
            new([Samples.Brand("closed") with { Query = "gare" }]),
            new([]),
        ];
        var dispatcher = Dispatcher();
        var left = Workers;
        var work = Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await DispatchAsync(dispatcher, "Le café de la gare");
            }

            Interlocked.Decrement(ref left);
        })).ToArray();
        for (var i = 0; Volatile.Read(ref left) > 0; i++)
        {
            _catalog.Current = snapshots[i % snapshots.Length];
            await Task.Yield();
        }

        await Task.WhenAll(work);
        Assert.All(Queued(), matched => Assert.Contains(
            (string.Join(',', matched.BrandIds), matched.Mention.AuthorHandle), new (string, string?)[] { ("cafe", null), ("cafe,open", "lea"), ("closed", null) }));
    }

    [Fact]
    public void Matching_OfASnapshot_IsMadeOnce()
    {
        var matching = new SnapshotMatching();
        var other = new BrandSnapshot([Cafe]);

        Assert.Same(matching.Of(_catalog.Current), matching.Of(_catalog.Current));
        Assert.NotSame(matching.Of(_catalog.Current), matching.Of(other));
    }

    [Fact]
    public async Task Collect_SourceThatIsNotKnown_IsLookedForAsOfItsOrderAndPolled()
    {
        var bench = new CollectingBench();
        var known = bench.Catalog.Current;
        DateTimeOffset? since = null;
        bench.Catalog.Current = new BrandSnapshot([]);
        bench.Catalog.Look = at =>
        {
            since = at;
            return known;
        };
        bench.Post("a", TimeSpan.FromMinutes(3));

        Assert.Equal(1, (await bench.PollAsync()).Queued);
        Assert.Equal(bench.Clock.GetUtcNow(), since);
    }

    [Fact]
    public async Task Collect_SourceThatIsGone_IsDropped()
    {
        var bench = new CollectingBench();
        bench.Catalog.Current = new BrandSnapshot([]);

        Assert.Equal("The source is no longer configured.", (await bench.PollAsync()).Reason);
        Assert.Null(bench.States[bench.Source.Id]);
    }

    [Fact]
    public async Task UnderWay_BrandThatThisVersionCannotRead_IsDroppedWithoutALook()
    {
        var leftOut = new BrandSnapshot([], 1, [new BrandLeftOut("atlas", [new BrandFileError("$.mood", 1, 1, "There is no property 'mood' here", "")])]);
        var collecting = new CollectingBench();
        var detecting = new DetectionBench();
        foreach (var catalog in (FixedCatalog[])[collecting.Catalog, detecting.Catalog])
        {
            catalog.Current = leftOut;
            catalog.Look = _ => throw new IOException("It was looked for.");
        }

        Assert.Equal("The source is no longer configured.", (await collecting.PollAsync()).Reason);
        Assert.Equal(0, await detecting.Stage().DetectAsync("atlas", detecting.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Collect_BrandsThatCannotBeRead_TheOrderComesAgain()
    {
        var bench = new CollectingBench();
        bench.Catalog.Current = new BrandSnapshot([]);
        bench.Catalog.Look = _ => throw new IOException("The store is down.");

        await Assert.ThrowsAsync<IOException>(bench.PollAsync);
    }

    [Fact]
    public async Task Collect_ChangedSource_GoesOnFromWhereItStood()
    {
        var bench = new CollectingBench();
        bench.Post("a", TimeSpan.FromMinutes(3));
        await bench.PollAsync();
        var watermark = bench.State.Watermark;
        bench.Clock.Advance(TimeSpan.FromMinutes(20));
        bench.Catalog.Current = new BrandSnapshot([Samples.Brand("atlas", bench.Source with { Cadence = TimeSpan.FromMinutes(1), Terms = "atlas" }) with { TimeZone = "America/Toronto" }]);
        bench.Post("b", TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await bench.PollAsync()).Queued);
        Assert.True(bench.State.Watermark > watermark);
        Assert.Equal("atlas", bench.Connector.Requests[^1].Source.Terms);
    }

    [Fact]
    public async Task Detect_BrandThatIsNotKnown_IsLookedForAsOfItsOrder()
    {
        var bench = new DetectionBench();
        bench.Cover(TimeSpan.FromMinutes(15));
        bench.Clock.Advance(TimeSpan.FromMinutes(15));
        await bench.Planner().OrderAsync(default);
        var known = bench.Catalog.Current;
        bench.Catalog.Current = new BrandSnapshot([]);
        bench.Catalog.Look = since => since == bench.Clock.GetUtcNow() ? known : throw new IOException($"Asked as of {since:O}.");

        Assert.True(await bench.DeliverAsync() > 0);
    }

    [Fact]
    public async Task Order_BrandThatIsGone_IsNotOrdered()
    {
        var bench = new DetectionBench(Samples.Brand("a"), Samples.Brand("b"));
        var planner = bench.Planner();
        await planner.OrderAsync(default);
        bench.Catalog.Current = new BrandSnapshot([Samples.Brand("b")]);
        await planner.OrderAsync(default);

        Assert.Equal(
            [["a", "b"], ["b"]],
            bench.Queues.Texts(QueueNames.DetectionOrders).Select(text => DetectionOrderCodec.Read(text).BrandIds));
    }

    private MentionDispatcher Dispatcher(IBrandMatching? matching = null) => new(
        _catalog,
        matching ?? new SnapshotMatching(),
        new NoAuthors(),
        new NoMasks(),
        new MentionPacker(_queues, Options.Create(new CollectingOptions())),
        NullLogger<MentionDispatcher>.Instance);

    private static async Task DispatchAsync(MentionDispatcher dispatcher, string text)
    {
        using var announced = dispatcher.Announce();
        await dispatcher.DispatchAsync(Samples.Source(), [Samples.Mention(text: text)], Samples.Noon, default);
    }

    private List<MatchedMention> Queued() => [.. _queues.Texts(QueueNames.Mentions).SelectMany(text => MentionBatchCodec.Unpack(text).Mentions)];

    private sealed class Leaving(IBrandMatching inner, Action leave) : IBrandMatching
    {
        public BrandMatchers Of(BrandSnapshot brands)
        {
            var matchers = inner.Of(brands);
            leave();
            return matchers;
        }
    }

    private sealed class NoAuthors : IAuthorPrivacy
    {
        public Mention Pseudonymize(Mention mention) => mention with { AuthorId = "p", AuthorHandle = null, AuthorDisplayName = null };
    }

    private sealed class NoMasks : ITextPrivacy
    {
        public string Mask(string text) => text;
    }
}
