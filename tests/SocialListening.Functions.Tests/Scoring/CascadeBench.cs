using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Contracts;
using SocialListening.Functions.Embedded;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Queues;
using SocialListening.Scoring;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Cascade;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Redaction;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>The cascade on real storage and queues, with a clock and a language service that do as told.</summary>
internal sealed class CascadeBench : IDisposable
{
    private readonly SqliteBackend _backend = new();
    private SqliteQueueTransport? _queues;

    private static BrandScoring Targets { get; } = new(EmbeddedScorer.Load(), new Names());

    public CascadeOptions Options { get; } = new() { Mode = ScoringMode.Cascade, DailyBudget = 1000 };

    public ManualClock Clock { get; } = new();

    public ScriptedLanguageService Service { get; } = new();

    public SqliteQueueTransport Queues => _queues ??= new(_backend.Database, Clock);

    public IStorageBackend Storage => _backend;

    /// <summary>Collected mentions go through scoring, as an instance of the app does it.</summary>
    public Task<StoreOutcome> CollectAsync(params (string Id, string Text, string[] Brands)[] posts) =>
        Instance().Batches.ProcessAsync(
            MentionBatchCodec.Pack(new MentionBatch
            {
                SourceId = "cafe/news",
                CollectedAtUtc = Clock.GetUtcNow(),
                Mentions = [.. posts.Select(post => new MatchedMention(Make.Mention(post.Id, Clock.GetUtcNow(), text: post.Text).Mention, post.Brands))],
            })[0],
            default);

    public Task<StoreOutcome> CollectAsync(params string[] texts) =>
        CollectAsync([.. texts.Select((text, i) => ($"{Clock.GetUtcNow().Ticks}-{i}", text, (string[])["cafe"]))]);

    /// <summary>Works the queue off, as the trigger does. Returns the messages it was started for.</summary>
    public async Task<int> DrainAsync()
    {
        var runs = 0;
        while (await Queues.ReceiveAsync(QueueNames.Rescoring, 1, TimeSpan.FromMinutes(10), default) is [var message])
        {
            Assert.True(QueueText.TryDecode(message.Text, out var text));
            await Instance().HardCases.ProcessAsync(text, default);
            await Queues.DeleteAsync(QueueNames.Rescoring, message, default);
            runs++;
        }

        return runs;
    }

    /// <summary>What was erased.</summary>
    public ErasedPosts Erased { get; } = new();

    /// <summary>What the timer does.</summary>
    public Task<int> RescorePendingAsync() => Instance().Waiting.RunAsync(["cafe", "ngo"], default);

    /// <summary>Another instance of the app: nothing in memory is shared.</summary>
    public (MentionBatchProcessor Batches, HardCaseProcessor HardCases, WaitingMentions Waiting, ScoringBudget Budget, PaidAnswers Answers) Instance(IScoringLedger? ledger = null)
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var budget = new ScoringBudget(_backend.Budget, options, Clock);
        var alerts = new OpenAlerts(_backend.Alerts, Clock);
        var poison = new PoisonQueue(Queues, Clock);
        var answers = new PaidAnswers(Service, ledger ?? _backend.Ledger, budget, options, Clock, NullLogger<PaidAnswers>.Instance);
        var rescoring = new Rescoring(answers, _backend.Rescoring, alerts, new BrandOpinions(new Names()), new BrandPhrases(new Names()), options);
        return (
            new MentionBatchProcessor(Erased, new UnsureScorer(), Targets, new NoAdaptations(), new PiiRedactor(), _backend.Mentions, poison, new HardCases(options, budget, alerts, Queues), NullLogger<MentionBatchProcessor>.Instance),
            new HardCaseProcessor(Erased, rescoring, Queues, poison, NullLogger<HardCaseProcessor>.Instance),
            new WaitingMentions(rescoring, _backend.Rescoring, _backend.Ledger, options, Clock, NullLogger<WaitingMentions>.Instance),
            budget,
            answers);
    }

    /// <summary>Every stored mention of a brand, the newest first.</summary>
    public async Task<IReadOnlyList<ScoredMention>> MentionsAsync(string brand = "cafe") =>
        (await _backend.Reader.ListAsync(new MentionFilter { BrandId = brand, Limit = 1000 }, default)).Mentions;

    public async Task<long> CommittedAsync() =>
        (await _backend.Budget.GetAsync(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), default)).Value?.Committed ?? 0;

    /// <summary>The counts agree with what is stored.</summary>
    public async Task AssertCountsAsync(string brand = "cafe")
    {
        var mentions = await MentionsAsync(brand);
        var rollups = await _backend.Rollups.ListAsync(brand, DateTimeOffset.MinValue, DateTimeOffset.MaxValue.AddDays(-1), default);
        Assert.Equal(mentions.Count, rollups.Sum(rollup => rollup.Total));
        Assert.Equal(mentions.Count(mention => mention.Sentiment == SentimentLabel.Negative), rollups.Sum(rollup => rollup.Negative));
        Assert.Equal(mentions.Count(mention => mention.Sentiment == SentimentLabel.Neutral), rollups.Sum(rollup => rollup.Neutral));
    }

    public void Dispose() => _backend.Dispose();

    private sealed class NoAdaptations : IBrandAdaptations
    {
        public BrandAdaptation? Of(string brandId) => null;
    }

    private sealed class Names : IBrandNames
    {
        public IReadOnlyList<string> Of(string brandId) => [brandId == "cafe" ? "Café Boréal" : "Solidarité Atlas"];
    }
}
