using Microsoft.Extensions.Logging;
using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>Makes alerts of what one run of a brand's detection gave rise to. The same for live detection and back-tests.</summary>
internal sealed partial class AlertStep(AlertComposer composer, int minimumMentions, ILogger logger)
{
    /// <summary>Gives the new alerts and new revisions of known ones.</summary>
    /// <param name="brand">The brand.</param>
    /// <param name="detection">The detection after the run's last bucket.</param>
    /// <param name="signals">The run's signals in order.</param>
    /// <param name="alerts">The brand's alerts so far.</param>
    /// <param name="cancellationToken">Cancels the reading of evidence.</param>
    public async Task<List<Alert>> ComposeAsync(
        Brand brand, IBrandSpikeDetection detection, IReadOnlyList<SpikeSignal> signals, IKnownAlerts alerts, CancellationToken cancellationToken)
    {
        var made = new List<Alert>();
        SpikeSignal[] all = [.. signals, .. Ongoing(detection, signals)];
        if (all.Length == 0)
        {
            return made;
        }

        var latest = await alerts.LatestAsync(cancellationToken).ConfigureAwait(false);
        var rules = new IncidentRules(latest, minimumMentions);
        rules.Expect(all);
        foreach (var signal in all)
        {
            if (signal.Kind == SpikeKind.Backfill)
            {
                Log.Backfilled(logger, brand.Id, signal.Onset, signal.Observed);
                continue;
            }

            var id = AlertComposer.IdOf(brand.Id, signal);
            var known = made.LastOrDefault(alert => alert.Id == id)
                ?? await alerts.FindAsync(id, cancellationToken).ConfigureAwait(false)
                ?? Moved(brand.Id, signal, made, latest);
            if (signal.Phase == SpikePhase.Ended)
            {
                rules.End(known?.Id ?? id, signal.DetectedAt);
            }

            var told = signal.Phase == SpikePhase.Ongoing ? signal with { Phase = SpikePhase.Started } : signal;
            if (known is null ? !rules.MayOpen(id, told) : signal.Phase == SpikePhase.Ongoing || IsTold(signal, known) || !rules.MayGrow(signal))
            {
                continue;
            }

            var alert = await composer.ComposeAsync(brand, told, known, cancellationToken).ConfigureAwait(false);
            if (known is not null || rules.IsOwnTopic(alert, brand))
            {
                made.Add(alert);
            }
        }

        return made;
    }

    // A late bucket may move the onset of what goes on, and with it the id: the open alert of the same group is then meant.
    private static Alert? Moved(string brandId, SpikeSignal signal, List<Alert> made, IEnumerable<Alert> latest)
    {
        var group = $"{signal.Series}/{signal.Group}";
        return made.Concat(latest)
            .Where(alert => !made.Exists(newer => newer.Id == alert.Id && newer.Revision > alert.Revision))
            .FirstOrDefault(alert => alert.Status == AlertStatus.Open && alert.Series == signal.Series && alert.Id == AlertId.Of(brandId, group, alert.OnsetUtc));
    }

    // The start of what is told already is no news unless it is graver; under its own id it is a late part of the story.
    private static bool IsTold(SpikeSignal signal, Alert known) =>
        signal.Phase == SpikePhase.Started && known.OnsetUtc != signal.Onset && (int)signal.Level + 1 <= known.Severity;

    // What was too small to be told when it started may have become major since: it then may open an alert as if it started now.
    private static IEnumerable<SpikeSignal> Ongoing(IBrandSpikeDetection detection, IReadOnlyList<SpikeSignal> signals)
    {
        var current = new List<SpikeSignal>();
        detection.Current(current);
        return current
            .Where(now => now is { OwnLevel: >= SpikeLevel.Major, Group: not "flow" })
            .Where(now => !signals.Any(told => told.Phase != SpikePhase.Ended && AlertComposer.SameSpike(told, now)))
            .Select(now => now with { Phase = SpikePhase.Ongoing });
    }

    private static partial class Log
    {
        [LoggerMessage(3003, LogLevel.Information, "Brand {BrandId}: what a gap had held back since {Onset:u} arrived, {Mentions:F0} mentions")]
        public static partial void Backfilled(ILogger logger, string brandId, DateTimeOffset onset, double mentions);
    }
}
