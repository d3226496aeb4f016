using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Storage;

namespace SocialListening.Insights;

/// <summary>Gathers how sources and queues are doing.</summary>
public sealed class HealthReport(IBrandCatalog catalog, ISourceStateStore states, IQueueTransport queues, TimeProvider time)
{
    /// <summary>Makes the report.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Health> MakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await states.ListAsync(cancellationToken).ConfigureAwait(false);
        var brands = catalog.Current;
        var sources = brands.Sources.Values
            .OrderBy(source => source.Id, StringComparer.Ordinal)
            .Select(source => HealthOf(source, known.GetValueOrDefault(source.Id).Value, now))
            .ToArray();
        var depths = new List<QueueHealth>();
        foreach (var queue in QueueNames.All)
        {
            var depth = await queues.GetDepthAsync(queue, cancellationToken).ConfigureAwait(false);
            var poison = await queues.GetDepthAsync(queue + QueueNames.PoisonSuffix, cancellationToken).ConfigureAwait(false);

            // Queues run on real time, also while a replay runs on its own.
            var age = (TimeProvider.System.GetUtcNow() - depth.OldestInsertedAt)?.TotalSeconds;
            depths.Add(new QueueHealth(queue, depth.Messages, age is null ? null : Math.Max(0, age.Value), poison.Messages));
        }

        var degraded = brands.LeftOut.Count > 0 || sources.Any(source => source.Status is "late" or "failing") || depths.Any(queue => queue.Poisoned > 0);
        return new Health { Status = degraded ? "degraded" : "ok", NowUtc = now, Brands = BrandHealth.Of(brands), Sources = sources, Queues = depths };
    }

    private static SourceHealth HealthOf(SourceQuery source, SourceState? state, DateTimeOffset now)
    {
        var lag = state?.CoveredUntil is { } covered ? now - covered : (TimeSpan?)null;
        return new SourceHealth
        {
            SourceId = source.Id,
            Platform = source.Platform,
            Status = StatusOf(source, state, lag),
            LagSeconds = lag is { } value ? Math.Max(0, value.TotalSeconds) : null,
            HasGap = state?.Gap is not null,
            LastSuccessAtUtc = state?.LastSuccessAtUtc,
            NextDueAtUtc = state?.NextDueAtUtc,
            ConsecutiveFailures = state?.ConsecutiveFailures ?? 0,
            FailureClass = state?.LastFailureClass,
            Error = state?.LastError,
        };
    }

    private static string StatusOf(SourceQuery source, SourceState? state, TimeSpan? lag) => state switch
    {
        _ when !source.Enabled => "disabled",
        { LastFailureClass: FailureClass.Throttle } => "throttled",
        { LastFailureClass: not null } => "failing",
        _ when lag > source.Cadence * 3 => "late",
        null or { LastSuccessAtUtc: null } => "waiting",
        _ => "ok",
    };
}
