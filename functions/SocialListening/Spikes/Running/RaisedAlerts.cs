using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>The alerts that a back-test has raised so far.</summary>
internal sealed class RaisedAlerts : IKnownAlerts
{
    private readonly Dictionary<string, Alert> _alerts = new(StringComparer.Ordinal);

    /// <summary>Every alert in its newest revision, by onset.</summary>
    public IEnumerable<Alert> All => _alerts.Values.OrderBy(alert => alert.OnsetUtc).ThenBy(alert => alert.Id, StringComparer.Ordinal);

    public void Add(IEnumerable<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            _alerts[alert.Id] = alert;
        }
    }

    public Task<IReadOnlyList<Alert>> LatestAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>([.. _alerts.Values.OrderByDescending(alert => alert.OnsetUtc).ThenBy(alert => alert.Id, StringComparer.Ordinal).Take(100)]);

    public Task<Alert?> FindAsync(string alertId, CancellationToken cancellationToken) => Task.FromResult(_alerts.GetValueOrDefault(alertId));
}
