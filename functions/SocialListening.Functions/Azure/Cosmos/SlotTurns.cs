namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Lets the transactions of this process on one slot run one after the other: they all replace the same counts, so of several at
/// once all but one would be refused and begin again. Other processes are held off by the versions of the documents alone.
/// </summary>
internal sealed class SlotTurns : IDisposable
{
    // Slots share turns by hash, which bounds their number; two that meet only wait for each other.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Runs work when it is the slot's turn. Work must not ask for a turn itself.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<T> RunAsync<T>(string brandId, string slot, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)HashCode.Combine(brandId, slot) % (uint)_turns.Length];
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var turn in _turns)
        {
            turn.Dispose();
        }
    }
}
