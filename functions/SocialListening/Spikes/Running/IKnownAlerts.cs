using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>The alerts that a brand has already, stored or made up by a back-test.</summary>
internal interface IKnownAlerts
{
    /// <summary>Gives the latest alerts, open or ended, the newest onset first.</summary>
    Task<IReadOnlyList<Alert>> LatestAsync(CancellationToken cancellationToken);

    /// <summary>Gives one alert in its newest revision, or <see langword="null"/>.</summary>
    Task<Alert?> FindAsync(string alertId, CancellationToken cancellationToken);
}
