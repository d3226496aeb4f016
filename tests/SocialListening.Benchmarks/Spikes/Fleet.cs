using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Benchmarks.Pipeline;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions.Embedded;
using SocialListening.Queues;
using SocialListening.Rollups;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Timing;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>Thousands of made-up brands on one storage file, with two posts in each bucket and two platforms.</summary>
internal sealed class Fleet : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Brand[] _brands;
    private readonly SqliteDatabase _database;
    private readonly VirtualTimeProvider _clock = new(Start);
    private readonly SqliteMentionStore _mentions;
    private readonly SqliteCoverageStore _coverage;
    private readonly CountingQueueTransport _queues;
    private readonly DetectionPlanner _planner;
    private readonly DetectionOrderProcessor _processor;

    public Fleet(string path, int brands)
    {
        _brands = [.. Enumerable.Range(0, brands).Select(Make)];
        _database = SqliteDatabase.Open(path, fresh: true);
        _mentions = new SqliteMentionStore(_database);
        _coverage = new SqliteCoverageStore(_database);
        _queues = new CountingQueueTransport(new SqliteQueueTransport(_database, TimeProvider.System), Counts);
        var catalog = new BrandCatalog(_brands);
        var reads = new CountingReads(new SqliteRollupReader(_database), new SqliteMentionReader(_database), _coverage, Counts);
        var stage = new SpikeDetectionStage(
            catalog,
            new MultiScaleSpikeDetector(),
            reads,
            reads,
            reads,
            new CountingAlertStore(new SqliteAlertStore(_database), Counts),
            _queues,
            _clock,
            Options.Create(new SpikeDetectionOptions()),
            NullLogger<SpikeDetectionStage>.Instance);
        _planner = new DetectionPlanner(catalog, new SqliteSourceStateStore(_database), _queues, _clock, NullLogger<DetectionPlanner>.Instance);
        _processor = new DetectionOrderProcessor(stage, new PoisonQueue(_queues, _clock), _queues, _clock, NullLogger<DetectionOrderProcessor>.Instance);
    }

    public OperationCounts Counts { get; } = new();

    public void ResetCounts() => (Counts.Reads, Counts.OtherWrites, Counts.StateBytes, Counts.Sends, Counts.Messages, Counts.Receives, Counts.Deletes) = (0, 0, 0, 0, 0, 0, 0);

    /// <summary>Gives every brand some stored buckets and a first state.</summary>
    public async Task WarmUpAsync(int hours, CancellationToken cancellationToken)
    {
        for (var bucket = 0; bucket < hours * 12; bucket++)
        {
            await NextBucketAsync(cancellationToken).ConfigureAwait(false);
        }

        await JudgeAsync(packedOrders: true, Environment.ProcessorCount, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores every brand's posts and coverage of one more bucket.</summary>
    public async Task NextBucketAsync(CancellationToken cancellationToken)
    {
        var start = _clock.GetUtcNow();
        var end = start + RollupBucket.Length;
        foreach (var brand in _brands)
        {
            await _mentions.StoreAsync(brand.Id, [Post(brand.Id, start, PlatformNames.Bluesky), Post(brand.Id, start.AddMinutes(2), PlatformNames.Mastodon)], cancellationToken).ConfigureAwait(false);
            var record = new CoverageRecord { BrandId = brand.Id, SourceId = brand.Sources[0].Id, From = start, To = end, Complete = true, Mentions = 2, PolledAtUtc = end };
            await _coverage.AddAsync(record, cancellationToken).ConfigureAwait(false);
        }

        _clock.AdvanceTo(end);
    }

    /// <summary>Orders all brands and carries the orders out.</summary>
    public async Task JudgeAsync(bool packedOrders, int workers, CancellationToken cancellationToken)
    {
        if (packedOrders)
        {
            await _planner.OrderAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var now = _clock.GetUtcNow();
            var orders = _brands.Select(brand => new DetectionOrder { BrandIds = [brand.Id], OrderedAtUtc = now, ExpiresAtUtc = now.AddMinutes(15) });
            await _queues.SendAsync(QueueNames.DetectionOrders, [.. orders.Select(order => QueueText.Encode(DetectionOrderCodec.Write(order)))], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(cancellationToken), cancellationToken))).ConfigureAwait(false);
    }

    public void Dispose() => _database.Dispose();

    private static Brand Make(int number) => new()
    {
        Id = $"brand-{number:00000}",
        Name = $"Brand {number}",
        Query = $"brand{number}",
        Sources = [new SourceQuery { Id = $"brand-{number:00000}/all", BrandId = $"brand-{number:00000}", Platform = PlatformNames.Mastodon }],
    };

    private static ScoredMention Post(string brandId, DateTimeOffset at, string platform) => new(
        brandId,
        new Mention { Platform = platform, PlatformPostId = at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), Permalink = "", Text = "a post", CreatedAtUtc = at },
        new MentionScore("en", SentimentLabel.Neutral, 0.1f, 0.8f, 0.1f, "made-up/1"),
        at.AddMinutes(1),
        $"{brandId}/all");

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await _queues.ReceiveAsync(QueueNames.DetectionOrders, 1, TimeSpan.FromMinutes(5), cancellationToken).ConfigureAwait(false) is [var message])
        {
            QueueText.TryDecode(message.Text, out var text);
            await _processor.ProcessAsync(text, cancellationToken).ConfigureAwait(false);
            await _queues.DeleteAsync(QueueNames.DetectionOrders, message, cancellationToken).ConfigureAwait(false);
        }
    }
}
