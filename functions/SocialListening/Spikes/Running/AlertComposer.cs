using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Spikes.Running;

/// <summary>Turns a signal of the detector into an alert that explains itself: what drives it, in which posts.</summary>
internal sealed class AlertComposer(IMentionReader mentions, ISpikeDetector detector)
{
    private const int MaxEvidence = 1_000;
    private const int MaxPages = 20;
    private const int MaxPosts = 5;
    private const double LeastPraise = 0.5;
    private const double MostBlameInPraise = 0.2;

    /// <summary>The id of the alert that a signal belongs to; the same in every phase of a spike.</summary>
    public static string IdOf(string brandId, SpikeSignal signal) => AlertId.Of(brandId, $"{signal.Series}/{signal.Group}", signal.Onset);

    /// <summary>Whether two signals tell of one spike.</summary>
    public static bool SameSpike(SpikeSignal a, SpikeSignal b) => a.Series == b.Series && a.Group == b.Group && a.Onset == b.Onset;

    /// <summary>Makes a new alert, or the next revision of a known one.</summary>
    public async Task<Alert> ComposeAsync(Brand brand, SpikeSignal signal, Alert? known, CancellationToken cancellationToken)
    {
        var ended = signal.Phase == SpikePhase.Ended;

        // What an end looks like is no news: an alert that is over keeps the numbers, the parts and the posts that it was told with.
        var told = ended ? known : null;

        // A change of tone shows over its whole window; a rise since its onset.
        var from = signal.Group == "tone" ? Earlier(signal.Onset, signal.DetectedAt - signal.Scale) : signal.Onset;
        var evidence = told is not null ? [] : await ReadAsync(brand.Id, signal, from, signal.DetectedAt, cancellationToken).ConfigureAwait(false);
        var before = ended ? [] : await ReadAsync(brand.Id, signal, from.AddDays(-1), from, cancellationToken).ConfigureAwait(false);
        return new Alert
        {
            Id = known?.Id ?? IdOf(brand.Id, signal),
            BrandId = brand.Id,
            Series = signal.Series,
            Kind = told is not null ? told.Kind : NameOf(KindOf(signal, evidence)),
            Status = ended ? AlertStatus.Ended : AlertStatus.Open,
            Revision = (known?.Revision ?? 0) + 1,
            Severity = Math.Max((int)signal.Level + 1, known?.Severity ?? 1),
            OnsetUtc = known?.OnsetUtc ?? signal.Onset,
            DetectedAtUtc = known?.DetectedAtUtc ?? signal.DetectedAt,
            UpdatedAtUtc = signal.DetectedAt,
            EndedAtUtc = ended ? signal.DetectedAt : null,
            Observed = told?.Observed ?? signal.Observed,
            Expected = told?.Expected ?? signal.Expected,
            ExpectedLow = told?.ExpectedLow ?? signal.ExpectedLow,
            ExpectedHigh = told?.ExpectedHigh ?? signal.ExpectedHigh,
            ScaleMinutes = told?.ScaleMinutes ?? (int)signal.Scale.TotalMinutes,
            PValue = signal.PValue,
            ReturnPeriodDays = signal.ReturnPeriodDays,
            NegativeShare = told is not null ? told.NegativeShare : double.IsNaN(signal.NegativeShare) ? null : signal.NegativeShare,
            HistoryDays = signal.HistoryDays,
            Completeness = told?.Completeness ?? signal.Completeness,
            Drivers = told is not null ? told.Drivers : AlertDrivers.Of(evidence, before, brand),
            Posts = told is not null ? told.Posts : PostsOf(evidence),
            Detector = detector.Version,
            TraceParent = known?.TraceParent ?? TraceOf(evidence),
        };
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    // To call a crisis praise is the worst mistake an alert can make, and a scorer errs on single texts that are then passed on a
    // thousand times. So praise must show in the different texts, each counted once, and clearly.
    private static SpikeKind KindOf(SpikeSignal signal, IReadOnlyList<ScoredMention> evidence)
    {
        if (signal.Kind != SpikeKind.ViralPositive)
        {
            return signal.Kind;
        }

        var texts = evidence.DistinctBy(mention => mention.Mention.Text, StringComparer.Ordinal).ToArray();
        var isPraise = texts.Length > 0
            && texts.Average(mention => ShareOf(mention, SentimentLabel.Positive, mention.Score.Positive)) >= LeastPraise
            && texts.Average(mention => ShareOf(mention, SentimentLabel.Negative, mention.Score.Negative)) <= MostBlameInPraise;
        return isPraise ? SpikeKind.ViralPositive : signal.Scale > TimeSpan.FromHours(4) ? SpikeKind.SlowBurn : SpikeKind.Sudden;
    }

    private static float ShareOf(ScoredMention mention, SentimentLabel label, float score) =>
        mention.Correction is null ? score : mention.Sentiment == label ? 1 : 0;

    /// <summary>The name of a kind in alerts.</summary>
    public static string NameOf(SpikeKind kind) => kind switch
    {
        SpikeKind.Sudden => "sudden",
        SpikeKind.SlowBurn => "slow-burn",
        SpikeKind.ViralPositive => "viral-positive",
        SpikeKind.NegativeShift => "negative-shift",
        SpikeKind.CoordinatedBurst => "coordinated-burst",
        SpikeKind.Silence => "silence",
        SpikeKind.Backfill => "backfill",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of spike."),
    };

    private static AlertPost[] PostsOf(IReadOnlyList<ScoredMention> evidence) =>
    [
        .. evidence
            .Where(mention => mention.Mention.Kind != MentionKind.Repost)
            .Select(mention => new AlertPost(mention.Mention.Id, mention.Mention.Permalink, mention.Mention.Platform, mention.Sentiment, ReachOf(mention.Mention)))
            .OrderByDescending(post => post.Reach)
            .ThenBy(post => post.MentionId, StringComparer.Ordinal)
            .Take(MaxPosts),
    ];

    private static string? TraceOf(IReadOnlyList<ScoredMention> evidence) => evidence
        .Where(mention => mention.TraceParent is not null)
        .OrderByDescending(mention => ReachOf(mention.Mention))
        .ThenBy(mention => mention.Mention.Id, StringComparer.Ordinal)
        .FirstOrDefault()?.TraceParent;

    private static long ReachOf(Mention mention) =>
        (mention.Likes ?? 0) + (mention.Replies ?? 0) + (mention.Reposts ?? 0) + (mention.Quotes ?? 0);

    private async Task<IReadOnlyList<ScoredMention>> ReadAsync(string brandId, SpikeSignal signal, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var filter = new MentionFilter
        {
            BrandId = brandId,
            From = from,
            To = to,
            Platform = BucketParts.NameIn(signal.Series, BucketParts.Platform),
            Sentiment = signal.Series == BucketParts.Negative ? SentimentLabel.Negative : null,
            Limit = MaxEvidence,
        };
        Func<ScoredMention, bool>? isPart =
            BucketParts.NameIn(signal.Series, BucketParts.Topic) is { } topic ? mention => mention.Topics.Contains(topic, StringComparer.Ordinal)
            : BucketParts.NameIn(signal.Series, BucketParts.Tier) is { } tier ? mention => AuthorTier.Of(mention.Mention.AuthorFollowers) == tier
            : null;
        if (isPart is null)
        {
            return (await mentions.ListAsync(filter, cancellationToken).ConfigureAwait(false)).Mentions;
        }

        // The store cannot tell topics and tiers apart, so pages are read until enough of them belong to it.
        var found = new List<ScoredMention>();
        for (var page = 0; page < MaxPages && found.Count < MaxEvidence; page++)
        {
            var read = await mentions.ListAsync(filter, cancellationToken).ConfigureAwait(false);
            found.AddRange(read.Mentions.Where(isPart));
            if (read.NextCursor is not { } next)
            {
                break;
            }

            filter = filter with { After = next };
        }

        return found;
    }
}
