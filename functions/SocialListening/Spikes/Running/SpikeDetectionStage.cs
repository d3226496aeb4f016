using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Spikes.Running;

/// <summary>
/// Judges the newly completed buckets of a brand and raises alerts. The detector's state and the alerts that follow from it
/// move in one atomic write, so each bucket is judged exactly once; alerts are queued afterwards, again if need be.
/// </summary>
public sealed partial class SpikeDetectionStage
{
    private readonly IBrandCatalog _catalog;
    private readonly RestoredDetections _detections;
    private readonly IAlertStore _alerts;
    private readonly BucketReader _buckets;
    private readonly AlertStep _step;
    private readonly IQueueTransport _queues;
    private readonly TimeProvider _time;
    private readonly SpikeDetectionOptions _options;
    private readonly ILogger<SpikeDetectionStage> _logger;

    /// <summary>Takes what it works with.</summary>
    /// <param name="catalog">The brands.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="rollups">Stored counts.</param>
    /// <param name="mentions">Stored mentions, for the evidence.</param>
    /// <param name="coverage">What was collected.</param>
    /// <param name="alerts">Where alerts and state go.</param>
    /// <param name="queues">Where alerts are queued for notification.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">Settings.</param>
    /// <param name="logger">The log.</param>
    public SpikeDetectionStage(
        IBrandCatalog catalog,
        ISpikeDetector detector,
        IRollupReader rollups,
        IMentionReader mentions,
        ICoverageStore coverage,
        IAlertStore alerts,
        IQueueTransport queues,
        TimeProvider time,
        IOptions<SpikeDetectionOptions> options,
        ILogger<SpikeDetectionStage> logger)
    {
        _catalog = catalog;
        _alerts = alerts;
        _buckets = new BucketReader(rollups, mentions, coverage);
        _queues = queues;
        _time = time;
        _options = options.Value;
        _detections = new RestoredDetections(detector, _options, time);
        _logger = logger;
        _step = new AlertStep(new AlertComposer(mentions, detector), _options.MinimumMentions, logger);
    }

    /// <summary>
    /// Judges a brand's new buckets and queues the alerts that follow. Judging again, at once or after a crash at any point,
    /// judges no bucket twice and loses no alert.
    /// </summary>
    /// <param name="brandId">The brand; one that is not configured is passed over.</param>
    /// <param name="orderedAtUtc">When that was ordered: a brand that is not known is looked for among the brands as they were then.</param>
    /// <param name="cancellationToken">Stops before the commit; the next run then judges the same buckets.</param>
    /// <returns>How many buckets were judged; 0 when another run was first.</returns>
    public async Task<int> DetectAsync(string brandId, DateTimeOffset orderedAtUtc, CancellationToken cancellationToken)
    {
        var brands = _catalog.Current;
        if (!brands.Brands.ContainsKey(brandId) && !brands.IsLeftOut(brandId))
        {
            brands = await _catalog.ReadSinceAsync(orderedAtUtc, cancellationToken).ConfigureAwait(false);
        }

        if (!brands.Brands.TryGetValue(brandId, out var brand))
        {
            Log.Unknown(_logger, brandId);
            return 0;
        }

        var judged = await DetectAsync(brand, cancellationToken).ConfigureAwait(false);
        await QueuePendingAsync(brandId, cancellationToken).ConfigureAwait(false);
        return judged;
    }

    private async Task<int> DetectAsync(Brand brand, CancellationToken cancellationToken)
    {
        var (stored, version) = await _alerts.GetDetectionStateAsync(brand.Id, cancellationToken).ConfigureAwait(false);
        var judged = JudgedBuckets.Read(stored);
        var detection = _detections.Take(brand, stored, judged.DetectorState);
        var now = _time.GetUtcNow();
        var coverage = await _buckets.ReadCoverageAsync(brand, detection.LastBucket ?? now - _options.History, now, cancellationToken).ConfigureAwait(false);
        var first = BucketReader.StartOfBucket(detection.LastBucket + BucketObservation.Length ?? coverage.Start ?? now);
        var until = JudgeUntil(brand, coverage, first, now);
        if (until <= first)
        {
            _detections.Keep(brand, stored, detection);
            return 0;
        }

        // A detector whose stored state is of another layout learns the past anew; what it finds there was told in its time.
        var toldUntil = judged.Latest + BucketObservation.Length is { } end && end > first ? end : first;
        var signals = new List<SpikeSignal>();
        var oldest = first - SpikeDetectionProfile.RevisionWindow;
        var rollups = await _buckets.ReadRollupsAsync(brand.Id, oldest, until, cancellationToken).ConfigureAwait(false);
        var count = 0;
        if (detection.LastBucket is not null)
        {
            count += await ReviseAsync(brand, detection, judged, rollups, oldest, first, signals, cancellationToken).ConfigureAwait(false);
        }

        for (var bucket = first; bucket < until; bucket += BucketObservation.Length, count++)
        {
            await ObserveAsync(brand.Id, detection, judged, bucket, rollups, coverage, signals, cancellationToken).ConfigureAwait(false);
        }

        var known = new StoredAlerts(_alerts, brand.Id);
        if (toldUntil > first)
        {
            Log.Relearning(_logger, brand.Id, first, toldUntil);
            signals.RemoveAll(signal => signal.DetectedAt <= toldUntil);
        }

        var alerts = until <= toldUntil && toldUntil > first ? [] : await _step.ComposeAsync(brand, detection, signals, known, cancellationToken).ConfigureAwait(false);
        StageTrace.Link(alerts.Select(alert => alert.TraceParent));
        var state = judged.Write(detection.Save(), until - SpikeDetectionProfile.RevisionWindow);
        if (!await _alerts.TryCommitAsync(brand.Id, state, version, until > toldUntil ? until : toldUntil, alerts, cancellationToken).ConfigureAwait(false))
        {
            Log.Overtaken(_logger, brand.Id);
            return 0;
        }

        _detections.Keep(brand, state, detection);
        return count;
    }

    // Buckets that changed after they were judged, by posts that came late or from a gap that was closed.
    private async Task<int> ReviseAsync(
        Brand brand,
        IBrandSpikeDetection detection,
        JudgedBuckets judged,
        Dictionary<DateTimeOffset, RollupDocument> rollups,
        DateTimeOffset oldest,
        DateTimeOffset first,
        List<SpikeSignal> signals,
        CancellationToken cancellationToken)
    {
        var revised = rollups.Where(entry => entry.Key < first && judged.IsRevised(entry.Key, entry.Value)).Select(entry => entry.Key).Order().ToArray();
        if (revised.Length == 0)
        {
            return 0;
        }

        var coverage = await _buckets.ReadCoverageAsync(brand, oldest, first, cancellationToken).ConfigureAwait(false);
        foreach (var bucket in revised)
        {
            await ObserveAsync(brand.Id, detection, judged, bucket, rollups, coverage, signals, cancellationToken).ConfigureAwait(false);
        }

        return revised.Length;
    }

    private async Task ObserveAsync(
        string brandId,
        IBrandSpikeDetection detection,
        JudgedBuckets judged,
        DateTimeOffset bucket,
        Dictionary<DateTimeOffset, RollupDocument> rollups,
        CoverageMap coverage,
        List<SpikeSignal> signals,
        CancellationToken cancellationToken)
    {
        var rollup = rollups.GetValueOrDefault(bucket);
        var completeness = coverage.ShareOf(bucket, bucket + BucketObservation.Length);
        var observation = await _buckets.ObserveAsync(brandId, bucket, rollup, completeness, _options.MinimumMentions, cancellationToken).ConfigureAwait(false);
        detection.Observe(observation, signals);
        judged.Note(bucket, rollup);
    }

    // Buckets that every prompt source has covered are judged at once, others when patience is over.
    private DateTimeOffset JudgeUntil(Brand brand, CoverageMap coverage, DateTimeOffset first, DateTimeOffset now)
    {
        var patience = BucketReader.PatienceFor(brand, _options.Patience);
        var until = first;
        for (var judged = 0; judged < _options.MaxBucketsPerRun; judged++)
        {
            var end = until + BucketObservation.Length;
            if (end > now || (end + patience > now && coverage.ShareOf(until, end) < 1))
            {
                break;
            }

            until = end;
        }

        return until;
    }

    private async Task QueuePendingAsync(string brandId, CancellationToken cancellationToken)
    {
        foreach (var alert in await _alerts.ListPendingAsync(brandId, cancellationToken).ConfigureAwait(false))
        {
            using var activity = StageTrace.Continue("RaiseAlert", alert.TraceParent);
            activity?.SetTag(TagNames.BrandId, brandId).SetTag(TagNames.AlertId, alert.Id).SetTag(TagNames.AlertRevision, alert.Revision);
            var message = new AlertMessage(brandId, alert.Id, alert.Revision);
            await _queues.SendAsync(QueueNames.Alerts, [QueueText.Encode(AlertMessageCodec.Write(message))], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            await _alerts.MarkQueuedAsync(brandId, alert.Id, alert.Revision, cancellationToken).ConfigureAwait(false);
            if (alert.Revision == 1)
            {
                ListeningMetrics.AlertRaised(_time.GetUtcNow() - alert.OnsetUtc);
            }

            Log.Raised(_logger, brandId, alert.Id, alert.Kind, alert.Revision, alert.Severity);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3000, LogLevel.Information, "Alert {AlertId} of {BrandId}: {Kind}, revision {Revision}, severity {Severity}")]
        public static partial void Raised(ILogger logger, string brandId, string alertId, string kind, int revision, int severity);

        [LoggerMessage(3001, LogLevel.Information, "Brand {BrandId} is no longer configured; it is not judged")]
        public static partial void Unknown(ILogger logger, string brandId);

        [LoggerMessage(3004, LogLevel.Information, "Brand {BrandId}: buckets from {First:u} on are learnt anew; alerts begin again at {Until:u}")]
        public static partial void Relearning(ILogger logger, string brandId, DateTimeOffset first, DateTimeOffset until);

        [LoggerMessage(3002, LogLevel.Debug, "Detection for {BrandId}: another run was first; its result stands")]
        public static partial void Overtaken(ILogger logger, string brandId);
    }
}
