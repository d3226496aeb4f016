using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Platforms;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Collecting;

/// <summary>
/// Carries out a poll order: reads the source's pages from new to old down to its watermark, queues what matches a brand, and
/// only then moves the watermark. What a page budget or a crash leaves unread is kept as a gap and finished by the next run.
/// </summary>
public sealed partial class SourceCollector(
    IBrandCatalog catalog,
    ConnectorRegistry connectors,
    ISourceStateStore states,
    ICoverageStore coverage,
    MentionDispatcher dispatcher,
    TimeProvider time,
    IOptions<CollectingOptions> options,
    ILogger<SourceCollector> logger)
{
    /// <summary>Polls the source once. Carrying out an order again, or two at once, stores nothing twice.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Stops between pages; the watermark then stays where it was.</param>
    /// <returns>What the poll came to.</returns>
    public async Task<CollectOutcome> CollectAsync(PollOrder order, CancellationToken cancellationToken)
    {
        var brands = catalog.Current;
        if (!brands.Sources.ContainsKey(order.SourceId) && !brands.IsLeftOut(order.SourceId.Split('/')[0]))
        {
            brands = await catalog.ReadSinceAsync(order.OrderedAtUtc, cancellationToken).ConfigureAwait(false);
        }

        if (!brands.Sources.TryGetValue(order.SourceId, out var source) || !source.Enabled)
        {
            Log.Unknown(logger, order.SourceId);
            return new CollectOutcome(0, null, "The source is no longer configured.");
        }

        var started = time.GetUtcNow();
        if (started > order.ExpiresAtUtc)
        {
            Log.Stale(logger, source.Id);
            return new CollectOutcome(0, null, "The order is stale; a newer one replaces it.");
        }

        var (run, version) = await ReadAsync(source, brands.Brands[source.BrandId], started, cancellationToken).ConfigureAwait(false);

        // Mentions are queued, then coverage, then the state: a crash before the last repeats the run, which changes nothing.
        await coverage.AddAsync(run.Coverage(time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        await SaveAsync(run, version, cancellationToken).ConfigureAwait(false);
        Report(run);
        return new CollectOutcome(run.Queued, run.Failure?.Class, run.Failure?.Message);
    }

    private async Task<(CollectRun Run, long Version)> ReadAsync(SourceQuery source, Brand brand, DateTimeOffset started, CancellationToken cancellationToken)
    {
        using var announcement = dispatcher.Announce();
        var (stored, version) = await states.GetAsync(source.Id, cancellationToken).ConfigureAwait(false);
        var state = stored ?? new SourceState { SourceId = source.Id };
        var connector = connectors.Find(source.Platform);
        var run = new CollectRun(source, brand, state, started, connector?.Overlap ?? TimeSpan.Zero);
        await ReadAsync(connector, run, cancellationToken).ConfigureAwait(false);
        return (run, version);
    }

    private async Task ReadAsync(IPlatformConnector? connector, CollectRun run, CancellationToken cancellationToken)
    {
        if (connector is null)
        {
            run.Fail(new FetchFailure(FailureClass.Permanent, $"Platform '{run.Source.Platform}' has no connector in this release. Remove the source or disable it."));
            return;
        }

        var pending = new List<Mention>();
        var restarted = false;
        while (run.NextRequest() is { } request)
        {
            var result = await connector.FetchAsync(request, cancellationToken).ConfigureAwait(false);
            if (result is FetchFailure failure)
            {
                if (failure.RestartRun && !restarted)
                {
                    restarted = true;
                    run.Restart();
                    continue;
                }

                run.Fail(failure);
                break;
            }

            pending.AddRange(run.Accept((FetchPage)result));
            if (pending.Count >= options.Value.MaxBufferedMentions)
            {
                run.Queued += await dispatcher.DispatchAsync(run.Source, pending, run.Started, cancellationToken).ConfigureAwait(false);
                pending.Clear();
            }
        }

        if (pending.Count > 0)
        {
            run.Queued += await dispatcher.DispatchAsync(run.Source, pending, run.Started, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SaveAsync(CollectRun run, long version, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var (current, currentVersion) = attempt == 0
                ? new Versioned<SourceState>(run.State, version)
                : await states.GetAsync(run.Source.Id, cancellationToken).ConfigureAwait(false);
            if (attempt > 0 && !run.IsSameRun(current))
            {
                Log.Overtaken(logger, run.Source.Id);
                return;
            }

            var result = run.Result(current ?? run.State, time.GetUtcNow(), options.Value);
            if (await states.TrySaveAsync(result, currentVersion, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private void Report(CollectRun run)
    {
        ListeningMetrics.Polled(run.Source.Platform, run.Failure?.Class.ToString().ToLowerInvariant() ?? "ok");
        Activity.Current?.SetTag(TagNames.SourceId, run.Source.Id).SetTag(TagNames.Count, run.Queued);
        if (run.Failure is { } failure)
        {
            // The first failure of a row is news; the following ones are kept with the source and shown by its health.
            var level = run.State.LastFailureClass == failure.Class ? LogLevel.Debug : LogLevel.Warning;
            Log.Failed(logger, level, run.Source.Id, failure.Class, failure.Message);
        }
        else
        {
            Log.Collected(logger, run.Source.Id, run.Pages, run.Read, run.Queued);
        }

        foreach (var skipped in run.SkippedItems)
        {
            Log.SkippedItem(logger, run.Source.Id, skipped);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Debug, "Source {SourceId}: {Pages} pages, {Read} read, {Queued} queued")]
        public static partial void Collected(ILogger logger, string sourceId, int pages, int read, int queued);

        [LoggerMessage(EventId = 1011, Message = "Source {SourceId} failed ({FailureClass}): {Reason}")]
        public static partial void Failed(ILogger logger, LogLevel level, string sourceId, FailureClass failureClass, string reason);

        [LoggerMessage(1012, LogLevel.Information, "Source {SourceId} is no longer configured; its order is dropped")]
        public static partial void Unknown(ILogger logger, string sourceId);

        [LoggerMessage(1013, LogLevel.Information, "Source {SourceId}: a stale order is dropped")]
        public static partial void Stale(ILogger logger, string sourceId);

        [LoggerMessage(1014, LogLevel.Debug, "Source {SourceId}: another run saved first; its result stands")]
        public static partial void Overtaken(ILogger logger, string sourceId);

        [LoggerMessage(1015, LogLevel.Warning, "Source {SourceId}: an item was skipped: {Reason}")]
        public static partial void SkippedItem(ILogger logger, string sourceId, string reason);
    }
}
