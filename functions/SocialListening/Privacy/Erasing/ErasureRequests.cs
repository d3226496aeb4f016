using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Privacy.Erasing;

/// <summary>Takes requests to erase. Asking again for the same is harmless.</summary>
public sealed class ErasureRequests(ErasureRegister register, IQueueTransport queues)
{
    /// <summary>
    /// Queues the order and enters it into the ledger, from when on nothing of it is stored anew. The queue comes first: whoever
    /// carries the order out enters it too, so a crash in between loses nothing.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels the call; the order may have been queued.</param>
    /// <returns>The ledger's entries, one for each post, or one for the author.</returns>
    public async Task<IReadOnlyList<ErasureRecord>> RequestAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        await SendAsync(order, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        return await register.EnterAsync(order, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Queues an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="after">How long it is to wait.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task SendAsync(ErasureOrder order, TimeSpan after, CancellationToken cancellationToken) =>
        queues.SendAsync(QueueNames.Erasures, [.. ErasureOrderCodec.Write(order).Select(QueueText.Encode)], after, cancellationToken);
}
