using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>
/// One incident, one alert: which signals may open one while others of the brand are open. Made anew for each run, from the
/// alerts that are open and the signals that follow.
/// </summary>
internal sealed class IncidentRules(IEnumerable<Alert> open)
{
    private readonly List<(string Series, string Kind)> _open = [.. open.Select(alert => (alert.Series, alert.Kind))];
    private bool _riseFollows;

    /// <summary>Takes note that the whole rises in the same run, whatever the order of the signals.</summary>
    public void Expect(IEnumerable<SpikeSignal> signals) =>
        _riseFollows = signals.Any(signal => signal is { Series: "all", Group: "volume" or "copies", Phase: SpikePhase.Started });

    /// <summary>Whether a signal may open an alert. If so, it counts as open from now on.</summary>
    /// <remarks>
    /// What moves in one part, or drifts up over days, while the whole brand rises is part of that rise; a part alone must be
    /// major. What moves a topic moves platforms and tiers with it, so a second kind of part is the same incident, and negative
    /// mentions are when the tone has turned. On a brand's first day its daily rhythm is not known yet, and the first morning
    /// looks like a rise: only what is major counts.
    /// </remarks>
    public bool MayOpen(SpikeSignal signal)
    {
        var may = signal.Phase == SpikePhase.Started && (signal.Series == "all" ? WholeMayOpen(signal) : PartMayOpen(signal));
        if (may)
        {
            _open.Add((signal.Series, signal.Kind == SpikeKind.NegativeShift ? "negative-shift" : "sudden"));
        }

        return may;
    }

    private bool RiseIsOpen => _riseFollows || _open.Exists(alert => alert is { Series: "all", Kind: "sudden" or "slow-burn" or "viral-positive" or "coordinated-burst" });

    private bool WholeMayOpen(SpikeSignal signal) =>
        !(RiseIsOpen && signal.Group == "drift") && (signal.Level >= SpikeLevel.Major || signal.HistoryDays >= 1);

    private bool PartMayOpen(SpikeSignal signal)
    {
        var dimension = BucketParts.DimensionOf(signal.Series);
        var sameIncident = RiseIsOpen
            || _open.Exists(alert => alert.Series != "all" && BucketParts.DimensionOf(alert.Series) != dimension)
            || (dimension == BucketParts.Negative && _open.Exists(alert => alert is { Series: "all", Kind: "negative-shift" }));
        return !sameIncident && signal.Level >= SpikeLevel.Major;
    }
}
