namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The token that all invocations share; cancelled when the process stops and the grace is over.</summary>
internal sealed class InvocationLifetime : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>The token.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Cancels whatever still runs.</summary>
    public Task CancelAsync() => _source.CancelAsync();

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
