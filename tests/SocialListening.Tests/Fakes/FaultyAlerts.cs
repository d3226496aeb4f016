using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Tests.Fakes;

/// <summary>An alert store that fails now and then, before a call or after it was carried out, as a process that is killed there.</summary>
internal sealed class FaultyAlerts(IAlertStore inner, Random random, double rate) : IAlertStore
{
    public Task<Versioned<byte[]>> GetDetectionStateAsync(string brandId, CancellationToken cancellationToken) =>
        AroundAsync(() => inner.GetDetectionStateAsync(brandId, cancellationToken));

    public Task<bool> TryCommitAsync(string brandId, byte[] state, long expectedVersion, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken) =>
        AroundAsync(() => inner.TryCommitAsync(brandId, state, expectedVersion, judgedUntil, alerts, cancellationToken));

    public Task<IReadOnlyList<Alert>> ListPendingAsync(string brandId, CancellationToken cancellationToken) =>
        AroundAsync(() => inner.ListPendingAsync(brandId, cancellationToken));

    public Task MarkQueuedAsync(string brandId, string alertId, int revision, CancellationToken cancellationToken) => AroundAsync(async () =>
    {
        await inner.MarkQueuedAsync(brandId, alertId, revision, cancellationToken);
        return true;
    });

    public Task<Alert?> GetAsync(string brandId, string alertId, CancellationToken cancellationToken) => inner.GetAsync(brandId, alertId, cancellationToken);

    public Task<IReadOnlyList<Alert>> ListAsync(string brandId, AlertStatus? status, int limit, CancellationToken cancellationToken) =>
        inner.ListAsync(brandId, status, limit, cancellationToken);

    public Task<bool> TryMarkNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        inner.TryMarkNotifiedAsync(brandId, alertId, revision, channel, cancellationToken);

    public Task<bool> IsNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        inner.IsNotifiedAsync(brandId, alertId, revision, channel, cancellationToken);

    private async Task<T> AroundAsync<T>(Func<Task<T>> call)
    {
        FailNowAndThen();
        var result = await call();
        FailNowAndThen();
        return result;
    }

    private void FailNowAndThen()
    {
        if (random.NextDouble() < rate)
        {
            throw new IOException("A planted fault.");
        }
    }
}
