using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Tests.Fakes;

internal sealed class MemoryAlerts : IAlertStore
{
    private readonly Dictionary<string, Versioned<byte[]>> _states = [];
    private readonly Dictionary<string, Alert> _alerts = [];
    private readonly HashSet<string> _queued = [];
    private readonly HashSet<string> _notified = [];

    public Func<Task>? BeforeNextCommit { get; set; }

    public Exception? FailNextMarkQueued { get; set; }

    public void Put(Alert alert) => _alerts[alert.Id] = alert;

    public Task<Versioned<byte[]>> GetDetectionStateAsync(string brandId, CancellationToken cancellationToken) =>
        Task.FromResult(_states.GetValueOrDefault(brandId));

    public async Task<bool> TryCommitAsync(string brandId, byte[] state, long expectedVersion, DateTimeOffset judgedUntil, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        if (BeforeNextCommit is { } hook)
        {
            BeforeNextCommit = null;
            await hook();
        }

        if (_states.GetValueOrDefault(brandId).Version != expectedVersion)
        {
            return false;
        }

        _states[brandId] = new Versioned<byte[]>(state, expectedVersion + 1);
        foreach (var alert in alerts)
        {
            _alerts[alert.Id] = alert;
        }

        return true;
    }

    public Task<IReadOnlyList<Alert>> ListPendingAsync(string brandId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>([.. _alerts.Values.Where(alert => alert.BrandId == brandId && !_queued.Contains($"{alert.Id}:{alert.Revision}")).OrderBy(alert => alert.OnsetUtc)]);

    public Task MarkQueuedAsync(string brandId, string alertId, int revision, CancellationToken cancellationToken)
    {
        if (FailNextMarkQueued is { } failure)
        {
            FailNextMarkQueued = null;
            throw failure;
        }

        _queued.Add($"{alertId}:{revision}");
        return Task.CompletedTask;
    }

    public Task<Alert?> GetAsync(string brandId, string alertId, CancellationToken cancellationToken) => Task.FromResult(_alerts.GetValueOrDefault(alertId));

    public Task<IReadOnlyList<Alert>> ListAsync(string brandId, AlertStatus? status, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>([.. _alerts.Values.Where(alert => alert.BrandId == brandId && (status is null || alert.Status == status)).OrderByDescending(alert => alert.OnsetUtc).Take(limit)]);

    public Task<bool> TryMarkNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        Task.FromResult(_notified.Add($"{alertId}:{revision}:{channel}"));

    public Task<bool> IsNotifiedAsync(string brandId, string alertId, int revision, string channel, CancellationToken cancellationToken) =>
        Task.FromResult(_notified.Contains($"{alertId}:{revision}:{channel}"));
}
