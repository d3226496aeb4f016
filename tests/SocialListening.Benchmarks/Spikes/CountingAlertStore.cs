using SocialListening.Benchmarks.Pipeline;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>Counts what detection asks of the real alert store.</summary>
internal sealed class CountingAlertStore(IAlertStore inner, OperationCounts counts) : IAlertStore
{
    public Task<Versioned<byte[]>> GetDetectionStateAsync(string brandId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return inner.GetDetectionStateAsync(brandId, cancellationToken);
    }

    public Task<bool> TryCommitAsync(string brandId, byte[] state, long expectedVersion, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.OtherWrites);
        Interlocked.Add(ref counts.StateBytes, state.Length);
        return inner.TryCommitAsync(brandId, state, expectedVersion, judgedUntil, alerts, cancellationToken);
    }

    public Task<IReadOnlyList<Alert>> ListPendingAsync(string brandId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return inner.ListPendingAsync(brandId, cancellationToken);
    }

    public Task MarkQueuedAsync(string brandId, string alertId, int revision, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.OtherWrites);
        return inner.MarkQueuedAsync(brandId, alertId, revision, cancellationToken);
    }

    public Task<Alert?> GetAsync(string brandId, string alertId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return inner.GetAsync(brandId, alertId, cancellationToken);
    }

    public Task<IReadOnlyList<Alert>> ListAsync(string brandId, AlertStatus? status, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref counts.Reads);
        return inner.ListAsync(brandId, status, limit, cancellationToken);
    }

    public Task<bool> TryMarkNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        inner.TryMarkNotifiedAsync(brandId, alertId, revision, channel, cancellationToken);

    public Task<bool> IsNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        inner.IsNotifiedAsync(brandId, alertId, revision, channel, cancellationToken);
}
