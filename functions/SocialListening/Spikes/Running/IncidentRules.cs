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
        [.. alerts.Select(alert => new Incident(alert.Id, alert.Series, alert.Kind, alert.Status == AlertStatus.Ended ? alert.EndedAtUtc ?? alert.UpdatedAtUtc : DateTimeOffset.MaxValue))];

    private readonly HashSet<DateTimeOffset> _rises = [];

    /// <summary>Takes note of when the whole begins to rise, whatever the order of the signals of one instant.</summary>
    public void Expect(IEnumerable<SpikeSignal> signals) =>
        _rises.UnionWith(signals.Where(signal => signal is { Series: "all", Group: "volume" or "copies", Phase: SpikePhase.Started }).Select(signal => signal.DetectedAt));

    /// <summary>Takes note that an incident is over, so that the next one of the same run is weighed without it.</summary>
    /// <param name="id">The incident's alert.</param>
    /// <param name="endedAt">When it ended.</param>
    public void End(string id, DateTimeOffset endedAt)
    {
        for (var i = 0; i < _incidents.Count; i++)
        {
            if (_incidents[i].Id == id && _incidents[i].Until > endedAt)
            {
                _incidents[i] = _incidents[i] with { Until = endedAt };
            }
        }
    }

    /// <summary>Whether a signal may open an alert. If so, it counts as open from now on.</summary>
    /// <param name="id">The alert that it would open.</param>
    /// <param name="signal">The signal.</param>
    /// <remarks>
    /// What moves in one part, or drifts up over days, while the whole brand rises is part of that rise. A part alone must be
    /// major by its own measure and bring twice the least mentions, since a brand has many parts and each has its chance highs. What moves a topic
    /// moves platforms and reaches with it, so what another part has told since it began is the same incident, unless both are
    /// topics (see <see cref="IsOwnTopic"/>); and so are negative mentions when the tone has turned. On a brand's first day its
    /// daily rhythm is not known yet, and the first morning looks like a rise: only what is major counts, and no part.
    /// </remarks>
    public bool MayOpen(string id, SpikeSignal signal)
    {
        var may = signal.Phase == SpikePhase.Started && (signal.Series == "all" ? WholeMayOpen(signal) : PartMayOpen(signal));
        if (may)
        {
            _incidents.Add(new Incident(id, signal.Series, AlertComposer.NameOf(signal.Kind), DateTimeOffset.MaxValue));
        }

        return may;
    }

    /// <summary>Whether a part's growth is worth telling: not while the whole, whose alert grows with it, is in alert.</summary>
    public bool MayGrow(SpikeSignal signal) => signal.Series == "all" || signal.Phase == SpikePhase.Ended || !RiseSince(DateTimeOffset.MaxValue, signal);

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
        !(signal.Group == "drift" && RiseSince(DateTimeOffset.MaxValue, signal)) && (signal.Level >= SpikeLevel.Major || signal.HistoryDays >= 1);

    private bool PartMayOpen(SpikeSignal signal)
    {
        var dimension = BucketParts.DimensionOf(signal.Series);
        var told = RiseSince(signal.Onset, signal) || _incidents.Exists(incident => incident.Until >= signal.Onset
            && (incident.Series == "all"
                ? dimension == BucketParts.Negative && incident.Kind == "negative-shift"
                : dimension != BucketParts.Topic || BucketParts.DimensionOf(incident.Series) != dimension || incident.Series == signal.Series));
        return !told
            && signal.OwnLevel >= SpikeLevel.Major
            && signal.HistoryDays >= 1
            && signal.Observed - signal.Expected >= 2 * minimumMentions;
    }

    private bool RiseSince(DateTimeOffset instant, SpikeSignal signal) => _rises.Contains(signal.DetectedAt) || _incidents.Exists(incident =>
        incident.Until >= instant && incident is { Series: "all", Kind: "sudden" or "slow-burn" or "viral-positive" or "coordinated-burst" });

    private readonly record struct Incident(string Id, string Series, string Kind, DateTimeOffset Until);
}
