using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Spikes.Running;

/// <summary>Reads a brand's stored buckets as observations, with what was covered.</summary>
internal sealed class BucketReader(IRollupReader rollups, IMentionReader mentions, ICoverageStore coverage)
{
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromHours(1);

    /// <summary>Gives the start of the bucket that holds an instant.</summary>
    public static DateTimeOffset StartOfBucket(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % BucketObservation.Length.Ticks), TimeSpan.Zero);

    /// <summary>Reads what each of the brand's sources covered in a window.</summary>
    public async Task<CoverageMap> ReadCoverageAsync(Brand brand, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var records = await coverage.ListAsync(brand.Id, from, to, cancellationToken).ConfigureAwait(false);
        return new CoverageMap(PromptSources(brand).Select(source => source.Id), records);
    }

    /// <summary>How long after its end a bucket is waited for: the setting, or longer when even the brand's fastest source is polled less often.</summary>
    public static TimeSpan PatienceFor(Brand brand, TimeSpan setting)
    {
        var fastest = PromptSources(brand).Select(source => source.Cadence).DefaultIfEmpty(TimeSpan.Zero).Max() + TimeSpan.FromMinutes(1);
        return fastest > setting ? fastest : setting;
    }

    // A feed that is read every hour says nothing of the last minutes: completeness is judged by the sources polled as often as
    // buckets follow each other, or by the fastest ones if none is.
    private static SourceQuery[] PromptSources(Brand brand)
    {
        var enabled = brand.Sources.Where(source => source.Enabled).ToArray();
        var fastest = enabled.Select(source => source.Cadence).DefaultIfEmpty(TimeSpan.Zero).Min();
        var prompt = fastest > BucketObservation.Length ? fastest : BucketObservation.Length;
        return [.. enabled.Where(source => source.Cadence <= prompt)];
    }

    /// <summary>Reads the rollups of a window, by start of bucket.</summary>
    public async Task<Dictionary<DateTimeOffset, RollupDocument>> ReadRollupsAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var documents = await rollups.ListAsync(brandId, from, to, cancellationToken).ConfigureAwait(false);
        return documents.ToDictionary(document => document.Start);
    }

    /// <summary>Makes the observation of one bucket.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="start">Start of the bucket.</param>
    /// <param name="rollup">Its counts; null when nothing was counted.</param>
    /// <param name="completeness">Share of the sources that covered it.</param>
    /// <param name="minimumMentions">From how many mentions on authors and repeats are worth looking at.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BucketObservation> ObserveAsync(
        string brandId, DateTimeOffset start, RollupDocument? rollup, double completeness, int minimumMentions, CancellationToken cancellationToken)
    {
        if (rollup is null)
        {
            return new BucketObservation(start, completeness > 0, 0) { Completeness = completeness };
        }

        var observation = new BucketObservation(start, completeness > 0, rollup.Total)
        {
            Completeness = completeness,
            Negative = rollup.Negative,
            Neutral = rollup.Neutral,
            Positive = rollup.Positive,
            Parts = BucketParts.Of(rollup),
        };
        if (rollup.Total < minimumMentions)
        {
            return observation;
        }

        var filter = new MentionFilter { BrandId = brandId, From = start - DuplicateWindow, To = start + BucketObservation.Length, Limit = 1_000 };
        var window = await mentions.ListAsync(filter, cancellationToken).ConfigureAwait(false);
        var bucket = window.Mentions.Where(mention => mention.Mention.CreatedAtUtc >= start).ToArray();
        if (bucket.Length == 0)
        {
            return observation;
        }

        // A post without a known author repeats nobody, and of a large bucket the newest mentions speak for all.
        var authors = bucket.Select(mention => mention.Mention.AuthorId).OfType<string>().ToArray();
        var repeats = authors.Length - authors.Distinct(StringComparer.Ordinal).Count();
        var scale = Math.Max(1, (double)rollup.Total / bucket.Length);
        return observation with
        {
            DistinctAuthors = authors.Length == 0 ? 0 : Math.Max(1, rollup.Total - (int)Math.Round(repeats * scale)),
            NearDuplicates = (int)Math.Round(NearDuplicates.Count(bucket, window.Mentions) * scale),
        };
    }
}
