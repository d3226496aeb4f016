using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Tests.Fakes;

internal sealed class MemorySourceStates : ISourceStateStore
{
    private readonly Dictionary<string, (SourceState State, long Version)> _states = [];

    public Func<Task>? BeforeNextSave { get; set; }

    public SourceState? this[string sourceId] => _states.TryGetValue(sourceId, out var entry) ? entry.State : null;

    public void Put(SourceState state) => _states[state.SourceId] = (state, (_states.TryGetValue(state.SourceId, out var old) ? old.Version : 0) + 1);

    public Task<Versioned<SourceState>> GetAsync(string sourceId, CancellationToken cancellationToken) =>
        Task.FromResult(_states.TryGetValue(sourceId, out var entry) ? new Versioned<SourceState>(entry.State, entry.Version) : default);

    public Task<IReadOnlyDictionary<string, Versioned<SourceState>>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Versioned<SourceState>>>(_states.ToDictionary(entry => entry.Key, entry => new Versioned<SourceState>(entry.Value.State, entry.Value.Version)));

    public async Task<IReadOnlyList<bool>> TrySaveAllAsync(IReadOnlyList<Versioned<SourceState>> states, CancellationToken cancellationToken)
    {
        var saved = new List<bool>();
        foreach (var (state, version) in states)
        {
            saved.Add(await TrySaveAsync(state!, version, cancellationToken));
        }

        return saved;
    }

    public async Task<bool> TrySaveAsync(SourceState state, long expectedVersion, CancellationToken cancellationToken)
    {
        if (BeforeNextSave is { } hook)
        {
            BeforeNextSave = null;
            await hook();
        }

        var current = _states.TryGetValue(state.SourceId, out var entry) ? entry.Version : 0;
        if (current != expectedVersion)
        {
            return false;
        }

        _states[state.SourceId] = (state, current + 1);
        return true;
    }
}
