using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Insights;

/// <summary>Answers the questions of dashboards about one brand from stored rollups.</summary>
public sealed class BrandInsights(IRollupReader rollups, ITermReader terms, ICoverageStore coverage, IAlertStore alerts, TimeProvider time)
{
    /// <summary>The most intervals that one timeline holds.</summary>
    public const int MaxPoints = 5_000;

    private static readonly TimeSpan Bucket = TimeSpan.FromMinutes(5);

    /// <summary>Sums up a window and the one before it.</summary>
    /// <param name="brand">The brand.</param>
    /// <param name="from">Start, inclusive, at a whole five minutes: a part of them cannot be told.</param>
    /// <param name="to">End, exclusive, after <paramref name="from"/>, at a whole five minutes too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BrandSummary> SummarizeAsync(Brand brand, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var documents = await rollups.ListAsync(brand.Id, from - (to - from), to, cancellationToken).ConfigureAwait(false);
        var now = new SentimentCounts();
        var before = new SentimentCounts();
        var platforms = new SortedDictionary<string, SentimentCounts>(StringComparer.Ordinal);
        var languages = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var intents = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var toxic = 0;
        foreach (var document in documents)
        {
            if (document.Start < from)
            {
                before.Add(document.Negative, document.Neutral, document.Positive);
                continue;
            }

            now.Add(document.Negative, document.Neutral, document.Positive);
            AddPlatforms(platforms, document);
            AddCounts(languages, document.ByLanguage);
            AddCounts(intents, document.ByIntent);
            toxic += document.Toxic;
        }

        var covered = await CoverageAsync(brand, from, to, cancellationToken).ConfigureAwait(false);
        return new BrandSummary
        {
            BrandId = brand.Id,
            Name = brand.Name,
            From = from,
            To = to,
            Mentions = now,
            Before = before,
            Platforms = platforms,
            Languages = languages,
            Intents = intents,
            Toxic = toxic,
            Completeness = covered.ShareOf(from, to),
            OpenAlerts = await alerts.ListAsync(brand.Id, AlertStatus.Open, 50, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Gives counts over time.</summary>
    /// <param name="brand">The brand.</param>
    /// <param name="from">Start; moved back to the start of its interval.</param>
    /// <param name="to">End, exclusive, after <paramref name="from"/>.</param>
    /// <param name="interval">How finely it is cut.</param>
    /// <param name="mostTerms">The most key phrases of an interval, which hours and days have; 0 for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The window holds more than <see cref="MaxPoints"/> intervals.</exception>
    public async Task<Timeline> TimelineAsync(Brand brand, DateTimeOffset from, DateTimeOffset to, TimelineInterval interval, int mostTerms, CancellationToken cancellationToken)
    {
        var length = LengthOf(interval);
        var start = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % length.Ticks), TimeSpan.Zero);
        if ((to - start) / length > MaxPoints)
        {
            throw new ArgumentException($"The window holds more than {MaxPoints} intervals. Ask for a shorter one or longer intervals.", nameof(to));
        }

        var covered = await CoverageAsync(brand, start, to, cancellationToken).ConfigureAwait(false);
        var points = new List<TimelinePoint>();
        for (var at = start; at < to; at += length)
        {
            points.Add(new TimelinePoint
            {
                Start = at,
                Mentions = new SentimentCounts(),
                Platforms = new SortedDictionary<string, SentimentCounts>(StringComparer.Ordinal),
                Completeness = covered.ShareOf(at, at + length < to ? at + length : to),
            });
        }

        var firstBucket = new DateTimeOffset(start.UtcTicks - (start.UtcTicks % Bucket.Ticks), TimeSpan.Zero);
        foreach (var document in await rollups.ListAsync(brand.Id, firstBucket, to, cancellationToken).ConfigureAwait(false))
        {
            if (interval == TimelineInterval.Minute)
            {
                AddMinutes(points, start, document);
                ForgetMinutes(points, start, document);
                continue;
            }

            var point = points[(int)((document.Start - start) / length)];
            point.Mentions.Add(document.Negative, document.Neutral, document.Positive);
            AddPlatforms(point.Platforms, document);
            point.RevisedLate |= document.RevisedLate;
        }

        if (mostTerms > 0 && interval is TimelineInterval.Hour or TimelineInterval.Day)
        {
            await AddTermsAsync(points, brand.Id, start, to, length, mostTerms, cancellationToken).ConfigureAwait(false);
        }

        return new Timeline(brand.Id, start, to, (int)length.TotalMinutes, points);
    }

    private async Task AddTermsAsync(
        List<TimelinePoint> points, string brandId, DateTimeOffset start, DateTimeOffset to, TimeSpan length, int most, CancellationToken cancellationToken)
    {
        var span = length == TimeSpan.FromHours(1) ? TermSpan.Hour : TermSpan.Day;
        foreach (var (at, tally) in await terms.ListAsync(brandId, span, start, to, cancellationToken).ConfigureAwait(false))
        {
            var i = (int)((at - start) / length);
            points[i] = points[i] with
            {
                Terms =
                [
                    .. tally.Counts.OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal).Take(most)
                        .Select(term => new TimelineTerm(term.Key, term.Value, term.Value + tally.Earlier.GetValueOrDefault(term.Key))),
                ],
            };
        }
    }

    private static TimeSpan LengthOf(TimelineInterval interval) => interval switch
    {
        TimelineInterval.Minute => TimeSpan.FromMinutes(1),
        TimelineInterval.FiveMinutes => Bucket,
        TimelineInterval.Hour => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    private static void AddCounts(SortedDictionary<string, int> sums, SortedDictionary<string, int> counts)
    {
        foreach (var (key, count) in counts)
        {
            sums[key] = sums.GetValueOrDefault(key) + count;
        }
    }

    // Keys are minute/tone; a window may begin or end within a bucket.
    private static void AddMinutes(List<TimelinePoint> points, DateTimeOffset start, RollupDocument document)
    {
        foreach (var (key, count) in document.ByMinute)
        {
            var at = (int)(document.Start - start).TotalMinutes + (key[0] - '0');
            if (at >= 0 && at < points.Count)
            {
                Add(points[at].Mentions, key, count);
                points[at].RevisedLate |= document.RevisedLate;
            }
        }
    }

    // A bucket that was counted before minutes were kept says nothing of its minutes: they are not known, and not zero.
    private static void ForgetMinutes(List<TimelinePoint> points, DateTimeOffset start, RollupDocument document)
    {
        if (document.ByMinute.Count > 0 || document.Total == 0)
        {
            return;
        }

        var first = (int)(document.Start - start).TotalMinutes;
        for (var at = Math.Max(0, first); at < Math.Min(points.Count, first + (int)Bucket.TotalMinutes); at++)
        {
            points[at] = points[at] with { Completeness = 0 };
        }
    }

    private static void Add(SentimentCounts counts, string key, int count) => counts.Add(
        key.EndsWith("/negative", StringComparison.Ordinal) ? count : 0,
        key.EndsWith("/neutral", StringComparison.Ordinal) ? count : 0,
        key.EndsWith("/positive", StringComparison.Ordinal) ? count : 0);

    private static void AddPlatforms(SortedDictionary<string, SentimentCounts> platforms, RollupDocument document)
    {
        foreach (var (key, count) in document.ByPlatform)
        {
            var slash = key.LastIndexOf('/');
            var platform = key[..slash];
            if (!platforms.TryGetValue(platform, out var counts))
            {
                platforms[platform] = counts = new SentimentCounts();
            }

            Add(counts, key, count);
        }
    }

    private async Task<CoveredTime> CoverageAsync(Brand brand, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var sources = brand.Sources.Where(source => source.Enabled).Select(source => source.Id).ToArray();
        var records = await coverage.ListAsync(brand.Id, from, to, cancellationToken).ConfigureAwait(false);
        return new CoveredTime(sources, records, time.GetUtcNow());
    }
}
