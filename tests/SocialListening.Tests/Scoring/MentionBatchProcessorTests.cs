using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Scoring;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Cascade;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Redaction;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Scoring;

public sealed class MentionBatchProcessorTests
{
    private static readonly BrandScoring Targets = new(EmbeddedScorer.Load(), new Names());

    private readonly MemoryMentions _store = new();
    private readonly MemoryQueues _queues = new();
    private readonly ErasedPosts _erased = new();

    [Fact]
    public async Task Process_MentionOfTwoBrands_IsStoredForEach()
    {
        var outcome = await Processor().ProcessAsync(Message(("1", "bien", ["atlas", "cafe"])), CancellationToken.None);
        Assert.Equal(2, outcome.Added);
        Assert.Equal(["atlas", "cafe"], _store.All.Select(mention => mention.BrandId).Order());
    }

    [Fact]
    public async Task Process_TheSameMessageTwice_CountsOnce()
    {
        var message = Message(("1", "bien", ["atlas"]), ("2", "mal", ["atlas"]));
        await Processor().ProcessAsync(message, CancellationToken.None);
        var again = await Processor().ProcessAsync(message, CancellationToken.None);
        Assert.Equal((0, 2), (again.Added, again.Unchanged));
        var rollup = Assert.Single(await _store.ListAsync("atlas", Samples.Noon.AddHours(-1), Samples.Noon.AddHours(1), CancellationToken.None));
        Assert.Equal(2, rollup.Total);
    }

    [Fact]
    public async Task Process_OneMentionThatCannotBeScored_GoesToPoisonAloneWithItsReason()
    {
        await Processor().ProcessAsync(Message(("1", "bien", ["atlas"]), ("bad", "unscorable", ["atlas"]), ("3", "mal", ["atlas"])), CancellationToken.None);
        Assert.Equal(2, _store.Count);
        var poison = EnvelopeCodec.Read(Assert.Single(_queues.Texts("mentions-poison")), PoisonQueue.Name, PoisonQueue.Version, SocialListeningJsonContext.Default.PoisonMessage);
        Assert.Equal("mastodon:bad: too odd", poison.Reason);
        Assert.Equal("mastodon:bad", Assert.Single(MentionBatchCodec.Unpack(poison.Body).Mentions).Mention.Id);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"n\":\"mentions\",\"v\":77,\"d\":{}}")]
    public async Task Process_UnreadableMessage_GoesToPoisonWithAReasonAndIsNotRetried(string message)
    {
        await Processor().ProcessAsync(message, CancellationToken.None);
        var poison = EnvelopeCodec.Read(Assert.Single(_queues.Texts("mentions-poison")), PoisonQueue.Name, PoisonQueue.Version, SocialListeningJsonContext.Default.PoisonMessage);
        Assert.Equal(message, poison.Body);
        Assert.NotEmpty(poison.Reason);
    }

    [Fact]
    public async Task Process_ErasedPosts_ReachNeitherStorageNorPoison()
    {
        _erased.Ids.UnionWith(["mastodon:1", "mastodon:bad"]);

        var outcome = await Processor().ProcessAsync(Message(("1", "bien", ["atlas", "cafe"]), ("bad", "unscorable", ["atlas"]), ("3", "mal", ["atlas"])), CancellationToken.None);

        Assert.Equal(1, outcome.Added);
        Assert.Equal("mastodon:3", Assert.Single(_store.All).Mention.Id);
        Assert.Empty(_queues.Sent);
        Assert.Equal(default, await Processor().ProcessAsync(Message(("1", "bien", ["atlas"])), CancellationToken.None));
    }

    [Fact]
    public async Task Process_TextThatNamesTwoBrands_TellsTheToneTowardsEach()
    {
        await Processor().ProcessAsync(Message(("1", "Hier encore, Atlas a été formidable, merci pour tout, mais le Boréal Café était horrible, quelle honte", ["atlas", "cafe"])), CancellationToken.None);

        var towards = _store.All.ToDictionary(mention => mention.BrandId, mention => mention.Score.Target!.Sentiment);
        Assert.Equal((SentimentLabel.Positive, SentimentLabel.Negative), (towards["atlas"], towards["cafe"]));
    }

    [Fact]
    public async Task Process_TextThatNamesOnlyTheBrand_HasNoToneOfItsOwnTowardsIt()
    {
        await Processor().ProcessAsync(Message(("1", "merci Atlas, c'est formidable", ["atlas"]), ("2", "c'est formidable, dit Marie", ["atlas"])), CancellationToken.None);

        Assert.All(_store.All, mention => Assert.Null(mention.Score.Target));
    }

    [Fact]
    public async Task Process_BrandWithAnAdaptation_IsScoredByItAndAnotherBrandIsNot()
    {
        var scorer = EmbeddedScorer.Load();
        var adaptation = BrandAdaptationFile.Make(scorer.ModelVersion, 60, -3, 3, 1, new Dictionary<uint, (sbyte Negative, sbyte Positive)>());
        var processor = new MentionBatchProcessor(
            _erased, new EmbeddedMentionScorer(scorer), Targets, new OneAdaptation("atlas", adaptation), new PiiRedactor(), _store, new PoisonQueue(_queues, new ManualTimeProvider()), HardCasesOff(), NullLogger<MentionBatchProcessor>.Instance);

        await processor.ProcessAsync(Message(("1", "Le magasin ouvre demain à neuf heures", ["atlas", "cafe"])), CancellationToken.None);

        var scores = _store.All.ToDictionary(mention => mention.BrandId, mention => mention.Score);
        Assert.Equal((SentimentLabel.Neutral, $"embedded/{scorer.ModelVersion}"), (scores["cafe"].Sentiment, scores["cafe"].Engine));
        Assert.Equal((SentimentLabel.Positive, $"embedded/{scorer.ModelVersion}+{adaptation.Fingerprint}"), (scores["atlas"].Sentiment, scores["atlas"].Engine));
        Assert.Equal(scores["cafe"].Toxicity, scores["atlas"].Toxicity);
    }

    [Fact]
    public async Task Process_BatchThatAnOlderReleaseQueued_IsMaskedBeforeStorageAndPoison()
    {
        var message = Message(false, ("1", "mon IBAN FR76 3000 6000 0112 3456 7890 189", ["atlas"]), ("bad", "unscorable: lea@exemple.fr", ["atlas"]));

        await Processor().ProcessAsync(message, CancellationToken.None);

        Assert.Equal("mon IBAN *********************************", Assert.Single(_store.All).Mention.Text);
        var poison = EnvelopeCodec.Read(Assert.Single(_queues.Texts("mentions-poison")), PoisonQueue.Name, PoisonQueue.Version, SocialListeningJsonContext.Default.PoisonMessage);
        Assert.Equal("unscorable: **************", Assert.Single(MentionBatchCodec.Unpack(poison.Body).Mentions).Mention.Text);
    }

    [Fact]
    public async Task Process_BatchMaskedByItsCollector_IsLeftAsItIs()
    {
        await Processor().ProcessAsync(Message(true, ("1", "lea@exemple.fr is public here", ["atlas"])), CancellationToken.None);

        Assert.Equal("lea@exemple.fr is public here", Assert.Single(_store.All).Mention.Text);
    }

    [Fact]
    public async Task Process_StorageFails_ThrowsSoThatTheMessageComesAgain()
    {
        _store.FailNextStore = new IOException("disk");
        var message = Message(("1", "bien", ["atlas"]));
        await Assert.ThrowsAsync<IOException>(() => Processor().ProcessAsync(message, CancellationToken.None));
        Assert.Empty(_queues.Sent);
        Assert.Equal(1, (await Processor().ProcessAsync(message, CancellationToken.None)).Added);
    }

    private static string Message(params (string Id, string Text, string[] Brands)[] mentions) => Message(true, mentions);

    private static string Message(bool masked, params (string Id, string Text, string[] Brands)[] mentions) => MentionBatchCodec.Pack(new MentionBatch
    {
        Masked = masked,
        SourceId = "atlas/feed",
        CollectedAtUtc = Samples.Noon,
        Mentions = [.. mentions.Select(entry => new MatchedMention(Samples.Mention(entry.Id, text: entry.Text), entry.Brands))],
    })[0];

    private sealed class OneAdaptation(string brand, BrandAdaptation adaptation) : IBrandAdaptations
    {
        public BrandAdaptation? Of(string brandId) => brandId == brand ? adaptation : null;
    }

    private sealed class NoAdaptations : IBrandAdaptations
    {
        public BrandAdaptation? Of(string brandId) => null;
    }

    private HardCases HardCasesOff()
    {
        var options = Options.Create(new CascadeOptions());
        var time = new ManualTimeProvider();
        return new HardCases(options, new ScoringBudget(new MemoryBudget(), options, time), new OpenAlerts(new MemoryAlerts(), time), _queues);
    }

    private MentionBatchProcessor Processor() => new(_erased, new FixedScorer(), Targets, new NoAdaptations(), new PiiRedactor(), _store, new PoisonQueue(_queues, new ManualTimeProvider()), HardCasesOff(), NullLogger<MentionBatchProcessor>.Instance);

    private sealed class Names : IBrandNames
    {
        public IReadOnlyList<string> Of(string brandId) => brandId == "atlas" ? ["Atlas", "Solidarité Atlas"] : ["Boréal Café"];
    }

    private sealed class FixedScorer : IMentionScorer
    {
        public string Engine => "test/1";

        public ValueTask<IReadOnlyList<ScoringResult>> ScoreAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<ScoringResult>>([.. mentions.Select(mention => mention.Text.StartsWith("unscorable", StringComparison.Ordinal) ? ScoringResult.Failed("too odd") : ScoringResult.Scored(Samples.Score()))]);
    }
}
