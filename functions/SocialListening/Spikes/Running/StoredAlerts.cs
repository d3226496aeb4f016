using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Spikes.Running;

/// <summary>The stored alerts of one brand.</summary>
internal sealed class StoredAlerts(IAlertStore store, string brandId) : IKnownAlerts
{
    private const int Latest = 100;

    public Task<IReadOnlyList<Alert>> LatestAsync(CancellationToken cancellationToken) => store.ListAsync(brandId, null, Latest, cancellationToken);

    public Task<Alert?> FindAsync(string alertId, CancellationToken cancellationToken) => store.GetAsync(brandId, alertId, cancellationToken);
}
