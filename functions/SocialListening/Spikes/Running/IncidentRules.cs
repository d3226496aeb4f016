using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>
/// One incident, one alert: which signals may open one beside the brand's other alerts. Made anew for each run, so what it
/// decides follows from stored alerts and the run's own signals alone.
/// </summary>
/// <param name="alerts">The brand's latest alerts, open or ended.</param>
/// <param name="minimumMentions">Fewest mentions that an alert's window must hold.</param>
internal sealed class IncidentRules(IEnumerable<Alert> alerts, int minimumMentions)
{
    /// <summary>From which share of its mentions on a topic is taken for the same incident as another topic.</summary>
    private const double SameTopics = 0.5;

    private readonly List<Incident> _incidents =
        [.. alerts.Select(alert => new Incident(alert.Series, alert.Kind, alert.Status == AlertStatus.Ended ? alert.EndedAtUtc ?? alert.UpdatedAtUtc : DateTimeOffset.MaxValue))];

    private bool _riseFollows;

    /// <summary>Takes note that the whole rises in the same run, whatever the order of the signals.</summary>
    public void Expect(IEnumerable<SpikeSignal> signals) =>
        _riseFollows = signals.Any(signal => signal is { Series: "all", Group: "volume" or "copies", Phase: SpikePhase.Started });

    /// <summary>Whether a signal may open an alert. If so, it counts as open from now on.</summary>
    /// <remarks>
    /// What moves in one part, or drifts up over days, while the whole brand rises is part of that rise. A part alone must be
    /// major and bring twice the least mentions, since a brand has many parts and each has its chance highs. What moves a topic
    /// moves platforms and reaches with it, so what another part has told since it began is the same incident, unless both are
    /// topics (see <see cref="IsOwnTopic"/>); and so are negative mentions when the tone has turned. On a brand's first day its
    /// daily rhythm is not known yet, and the first morning looks like a rise: only what is major counts, and no part.
    /// </remarks>
    public bool MayOpen(SpikeSignal signal)
    {
        var may = signal.Phase == SpikePhase.Started && (signal.Series == "all" ? WholeMayOpen(signal) : PartMayOpen(signal));
        if (may)
        {
            _incidents.Add(new Incident(signal.Series, signal.Kind == SpikeKind.NegativeShift ? "negative-shift" : "sudden", DateTimeOffset.MaxValue));
        }

        return may;
    }

    /// <summary>Whether a part's growth is worth telling: not while the whole, whose alert grows with it, is in alert.</summary>
    public bool MayGrow(SpikeSignal signal) => signal.Series == "all" || signal.Phase == SpikePhase.Ended || !RiseSince(DateTimeOffset.MaxValue);

    /// <summary>Whether most of a topic's mentions belong to no other topic that is in alert.</summary>
    /// <param name="alert">The topic's new alert with its drivers.</param>
    /// <param name="brand">The brand with the names of its topics.</param>
    public bool IsOwnTopic(Alert alert, Brand brand) => !_incidents.Exists(incident =>
        incident.Until >= alert.OnsetUtc
        && incident.Series != alert.Series
        && BucketParts.NameIn(incident.Series, BucketParts.Topic) is { } id
        && brand.Topics.FirstOrDefault(topic => topic.Id == id) is { } other
        && alert.Drivers.Any(driver => driver.Kind == "topic" && driver.Value == other.Name && driver.Share >= SameTopics));

    private bool WholeMayOpen(SpikeSignal signal) =>
        !(signal.Group == "drift" && RiseSince(DateTimeOffset.MaxValue)) && (signal.Level >= SpikeLevel.Major || signal.HistoryDays >= 1);

    private bool PartMayOpen(SpikeSignal signal)
    {
        var dimension = BucketParts.DimensionOf(signal.Series);
        var told = RiseSince(signal.Onset) || _incidents.Exists(incident => incident.Until >= signal.Onset
            && (incident.Series == "all"
                ? dimension == BucketParts.Negative && incident.Kind == "negative-shift"
                : dimension != BucketParts.Topic || BucketParts.DimensionOf(incident.Series) != dimension || incident.Series == signal.Series));
        return !told
            && signal.Level >= SpikeLevel.Major
            && signal.HistoryDays >= 1
            && signal.Observed - signal.Expected >= 2 * minimumMentions;
    }

    private bool RiseSince(DateTimeOffset instant) => _riseFollows || _incidents.Exists(incident =>
        incident.Until >= instant && incident is { Series: "all", Kind: "sudden" or "slow-burn" or "viral-positive" or "coordinated-burst" });

    private readonly record struct Incident(string Series, string Kind, DateTimeOffset Until);
}
