using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Spikes.Running;

/// <summary>
/// Tells what alerts a brand would have had over stored counts, at any sensitivity. It runs the detector and the rules of the
/// live detection bucket by bucket, stores nothing and tells nobody. Where buckets came in time and in order, its alerts are
/// those of the live detection; posts that came late are judged in their place.
/// </summary>
public sealed class BackTest
{
    private readonly IBrandCatalog _catalog;
    private readonly ISpikeDetector _detector;
    private readonly BucketReader _buckets;
    private readonly AlertStep _step;
    private readonly SpikeDetectionOptions _options;

    /// <summary>Takes what it works with.</summary>
    /// <param name="catalog">The brands.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="rollups">Stored counts.</param>
    /// <param name="mentions">Stored mentions, for the evidence.</param>
    /// <param name="coverage">What was collected.</param>
    /// <param name="options">Settings of the live detection.</param>
    public BackTest(
        IBrandCatalog catalog, ISpikeDetector detector, IRollupReader rollups, IMentionReader mentions, ICoverageStore coverage, IOptions<SpikeDetectionOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _catalog = catalog;
        _detector = detector;
        _options = options.Value;
        _buckets = new BucketReader(rollups, mentions, coverage);
        _step = new AlertStep(new AlertComposer(mentions, detector), _options.MinimumMentions, NullLogger.Instance);
    }

    /// <summary>Judges a brand's stored buckets anew. What lies before <paramref name="from"/>, as far as <c>Spikes:History</c>, is learnt from only.</summary>
    /// <param name="brandId">A configured brand.</param>
    /// <param name="from">Start of the time whose alerts are asked for.</param>
    /// <param name="to">Its end, later than <paramref name="from"/>.</param>
    /// <param name="sensitivity">The sensitivity to try; <see langword="null"/> for the brand's own.</param>
    /// <param name="cancellationToken">Stops between buckets.</param>
    /// <exception cref="ArgumentException">The brand is not configured, or the time ends before it starts.</exception>
    public async Task<BackTestReport> RunAsync(string brandId, DateTimeOffset from, DateTimeOffset to, AlertSensitivity? sensitivity, CancellationToken cancellationToken)
    {
        if (!_catalog.Current.Brands.TryGetValue(brandId, out var configured))
        {
            throw new ArgumentException($"There is no brand '{brandId}'.", nameof(brandId));
        }

        if (to <= from)
        {
            throw new ArgumentException("The time to test ends before it starts.", nameof(to));
        }

        var brand = configured with { Sensitivity = sensitivity ?? configured.Sensitivity };
        var coverage = await _buckets.ReadCoverageAsync(brand, from - _options.History, to, cancellationToken).ConfigureAwait(false);
        if (coverage.Start is not { } start)
        {
            return new BackTestReport(brandId, from, to, brand.Sensitivity, null, 0, []);
        }

        var first = BucketReader.StartOfBucket(start);
        var alerts = new RaisedAlerts();
        var judged = await JudgeAsync(brand, coverage, first, to, alerts, cancellationToken).ConfigureAwait(false);
        return new BackTestReport(brandId, from, to, brand.Sensitivity, first, judged, [.. alerts.All.Where(alert => alert.DetectedAtUtc > from)]);
    }

    private async Task<int> JudgeAsync(Brand brand, CoverageMap coverage, DateTimeOffset first, DateTimeOffset to, RaisedAlerts alerts, CancellationToken cancellationToken)
    {
        var rollups = await _buckets.ReadRollupsAsync(brand.Id, first, to, cancellationToken).ConfigureAwait(false);
        var detection = _detector.Restore(DetectionProfiles.Of(brand, _options), []);
        var signals = new List<SpikeSignal>();
        var judged = 0;
        for (var bucket = first; bucket + BucketObservation.Length <= to; bucket += BucketObservation.Length, judged++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var completeness = coverage.ShareOf(bucket, bucket + BucketObservation.Length);
            var observation = await _buckets
                .ObserveAsync(brand.Id, bucket, rollups.GetValueOrDefault(bucket), completeness, _options.MinimumMentions, cancellationToken)
                .ConfigureAwait(false);
            signals.Clear();
            detection.Observe(observation, signals);
            alerts.Add(await _step.ComposeAsync(brand, detection, signals, alerts, cancellationToken).ConfigureAwait(false));
        }

        return judged;
    }
}
