using System.Collections.Concurrent;

namespace SocialListening.Functions.Tests.Compat;

/// <summary>What the functions under test note down, and gates that hold them.</summary>
public sealed class Recorder
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _notes = new();
    private int _running;
    private int _most;

    public IReadOnlyList<string> Notes => [.. _notes];

    /// <summary>The most functions that were inside <see cref="HoldAsync"/> at once.</summary>
    public int MostAtOnce => _most;

    public int Running => _running;

    public void Note(string note) => _notes.Enqueue(note);

    public void Open(string gate) => GateOf(gate).TrySetResult();

    /// <summary>Lets everything go that is held, so that a test that failed can end.</summary>
    public void OpenAll()
    {
        foreach (var gate in _gates.Values)
        {
            gate.TrySetResult();
        }
    }

    public async Task HoldAsync(string gate, CancellationToken cancellationToken)
    {
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(running);
        try
        {
            await GateOf(gate).Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private TaskCompletionSource GateOf(string gate) =>
        _gates.GetOrAdd(gate, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private void InterlockedMax(int value)
    {
        int seen;
        while (value > (seen = _most) && Interlocked.CompareExchange(ref _most, value, seen) != seen)
        {
        }
    }
}
