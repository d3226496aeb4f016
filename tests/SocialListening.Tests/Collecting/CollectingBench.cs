using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Platforms;
using SocialListening.Scoring.Embedded.Redaction;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Collecting;

/// <summary>One source on a scripted platform, with everything around it in memory.</summary>
internal sealed class CollectingBench
{
    public CollectingBench(SourceQuery? source = null, int pageSize = 10, TimeSpan? overlap = null)
    {
        Source = source ?? Samples.Source();
        Catalog = new FixedCatalog(Samples.Brand("atlas", Source));
        Connector = new ScriptedConnector(overlap ?? TimeSpan.FromMinutes(10), pageSize);
        var packer = new MentionPacker(Queues, Options.Create(new CollectingOptions()));
        var dispatcher = new MentionDispatcher(Catalog, new Matching(), new Anonymous(), new Masks(), packer, NullLogger<MentionDispatcher>.Instance);
        Collector = new SourceCollector(Catalog, new ConnectorRegistry([Connector]), States, Coverage, dispatcher, Clock, Options.Create(new CollectingOptions()), NullLogger<SourceCollector>.Instance);
        Planner = new PollPlanner(Catalog, States, Queues, Clock, NullLogger<PollPlanner>.Instance);
    }

    public SourceQuery Source { get; }

    public FixedCatalog Catalog { get; }

    public ScriptedConnector Connector { get; }

    public MemoryQueues Queues { get; } = new();

    public MemorySourceStates States { get; } = new();

    public MemoryCoverage Coverage { get; } = new();

    public ManualTimeProvider Clock { get; } = new(Samples.Noon);

    public SourceCollector Collector { get; }

    public PollPlanner Planner { get; }

    public SourceState State => States[Source.Id]!;

    public IEnumerable<string> QueuedIds => Queues.Texts(QueueNames.Mentions).SelectMany(text => MentionBatchCodec.Unpack(text).Mentions).Select(matched => matched.Mention.PlatformPostId);

    public IEnumerable<MentionBatch> QueuedBatches => Queues.Texts(QueueNames.Mentions).Select(MentionBatchCodec.Unpack);

    public void Post(string id, TimeSpan age, string text = "Bravo Solidarité Atlas !") => Connector.Posts.Add(Samples.Mention(id, Clock.GetUtcNow() - age, text));

    public Task<CollectOutcome> PollAsync() => Collector.CollectAsync(
        new PollOrder { SourceId = Source.Id, OrderedAtUtc = Clock.GetUtcNow(), ExpiresAtUtc = Clock.GetUtcNow().AddMinutes(15) }, CancellationToken.None);

    private sealed class Matching : IBrandMatching
    {
        public BrandMatchers Of(BrandSnapshot brands) => new(new MatchAll(), new PhotoTopic());
    }

    private sealed class MatchAll : IMentionMatcher
    {
        public IReadOnlyList<string> Match(Mention mention) => mention.Text.Contains("Atlas", StringComparison.Ordinal) ? ["atlas"] : [];
    }

    private sealed class Masks : ITextPrivacy
    {
        private readonly PiiRedactor _redactor = new();

        public string Mask(string text) => _redactor.Masked(text);
    }

    private sealed class PhotoTopic : ITopicMatcher
    {
        public IReadOnlyList<string> Match(Mention mention, IReadOnlyList<string> brandIds) =>
            mention.AuthorHandle is not null && mention.Text.Contains("photo", StringComparison.Ordinal) ? ["atlas/photos", "other/photos"] : [];
    }

    private sealed class Anonymous : IAuthorPrivacy
    {
        public Mention Pseudonymize(Mention mention) => mention with { AuthorId = "p_x", AuthorHandle = null, AuthorDisplayName = null };
    }
}
