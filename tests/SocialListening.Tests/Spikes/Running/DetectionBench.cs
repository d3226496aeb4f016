using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Rollups;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Storage;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Spikes.Running;

/// <summary>Detection from its timer to its alerts over stores in memory: a message that fails is delivered again, five times at most.</summary>
internal sealed class DetectionBench(params Brand[] brands)
{
    private const int MaxDeliveries = 5;

    private int _posts;
    private int _delivered;

    public FixedCatalog Catalog { get; } = new(brands.Length > 0 ? brands : [Samples.Brand()]);

    public MemoryMentions Mentions { get; } = new();

    public MemoryCoverage Coverage { get; } = new();

    public MemoryAlerts Alerts { get; } = new();

    public MemoryQueues Queues { get; } = new();

    public ManualTimeProvider Clock { get; } = new(Samples.Noon);

    /// <summary>What stands between detection and its alert store; nothing by default.</summary>
    public Func<IAlertStore, IAlertStore> Between { get; init; } = store => store;

    public ISpikeDetector Detector { get; init; } = new MultiScaleSpikeDetector();

    /// <summary>Messages that failed on every delivery.</summary>
    public List<string> GivenUp { get; } = [];

    public IEnumerable<AlertMessage> Queued => Queues.Texts(QueueNames.Alerts).Select(AlertMessageCodec.Read);

    public MemorySourceStates Sources { get; } = new();

    public DetectionPlanner Planner() => new(Catalog, Sources, Queues, Clock, NullLogger<DetectionPlanner>.Instance);

    public SpikeDetectionStage Stage() => new(
        Catalog, Detector, Mentions, Mentions, Coverage, Between(Alerts), Queues, Clock, Options.Create(new SpikeDetectionOptions()), NullLogger<SpikeDetectionStage>.Instance);

    public DetectionOrderProcessor Processor() => new(Stage(), new PoisonQueue(Queues, Clock), Queues, Clock, NullLogger<DetectionOrderProcessor>.Instance);

    public Task<IReadOnlyList<Alert>> AlertsAsync(string brandId = "atlas") => Alerts.ListAsync(brandId, null, 100, CancellationToken.None);

    /// <summary>One run of the timer and everything that follows.</summary>
    /// <returns>How many buckets were judged.</returns>
    public async Task<int> DetectAsync()
    {
        await Planner().OrderAsync(CancellationToken.None);
        return await DeliverAsync();
    }

    /// <summary>Delivers the orders that are waiting.</summary>
    public async Task<int> DeliverAsync()
    {
        var judged = 0;
        for (; Queues.Texts(QueueNames.DetectionOrders).ElementAtOrDefault(_delivered) is { } text; _delivered++)
        {
            for (var delivery = 1; ; delivery++)
            {
                try
                {
                    judged += await Processor().ProcessAsync(text, CancellationToken.None);
                    break;
                }
                catch (IOException) when (delivery < MaxDeliveries)
                {
                }
                catch (IOException)
                {
                    GivenUp.Add(text);
                    break;
                }
            }
        }

        return judged;
    }

    /// <summary>Lets time pass with posts in every bucket, judged every hour, or every bucket in less than a day.</summary>
    public async Task RunAsync(TimeSpan length, Func<int, int> perBucket, Func<ScoredMention, ScoredMention>? change = null, bool covered = true)
    {
        for (var i = 0; i < length / RollupBucket.Length; i++)
        {
            await PostAsync(perBucket(i), change);
            if (covered)
            {
                Cover(RollupBucket.Length);
            }

            Clock.Advance(RollupBucket.Length);
            if (i % 12 == 0 || length < TimeSpan.FromDays(1))
            {
                await DetectAsync();
            }
        }

        await DetectAsync();
    }

    /// <summary>Stores posts of the next minutes for every brand.</summary>
    public async Task PostAsync(int count, Func<ScoredMention, ScoredMention>? change = null)
    {
        foreach (var brand in Catalog.Brands.Values)
        {
            var posts = Enumerable.Range(0, count).Select(_ => Post(brand.Id)).Select(change ?? (post => post)).ToArray();
            await Mentions.StoreAsync(brand.Id, posts, CancellationToken.None);
        }
    }

    /// <summary>Notes that the brands' sources have read the next minutes.</summary>
    public void Cover(TimeSpan length)
    {
        foreach (var brand in Catalog.Brands.Values)
        {
            Cover(brand, length);
        }
    }

    public static ScoredMention WithTone(ScoredMention post, SentimentLabel tone, string? text = null) => post with
    {
        Score = Samples.Score(tone),
        Mention = text is null ? post.Mention : post.Mention with { Text = $"{text} {post.Mention.Text}" },
    };

    private ScoredMention Post(string brandId)
    {
        var number = ++_posts;
        var mention = Samples.Mention(
            number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Clock.GetUtcNow().AddSeconds(number % 300),
            $"Bonjour {Words(number)}") with
        { AuthorId = $"author-{number}" };
        return Samples.Scored(mention, SentimentLabel.Neutral, brandId);
    }

    // Different enough words that posts are no near-duplicates of each other.
    private static string Words(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 8).Select(_ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26))))));
    }

    private void Cover(Brand brand, TimeSpan length)
    {
        foreach (var source in brand.Sources)
        {
            Coverage.Records.Add(new CoverageRecord
            {
                BrandId = brand.Id,
                SourceId = source.Id,
                From = Clock.GetUtcNow(),
                To = Clock.GetUtcNow() + length,
                Complete = true,
                Mentions = 0,
                PolledAtUtc = Clock.GetUtcNow() + length,
            });
        }
    }
}
