using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Collecting;

/// <summary>Reads a poll order from its message and carries it out.</summary>
public sealed class PollOrderProcessor(SourceCollector collector, PoisonQueue poison)
{
    /// <summary>Processes one message; a message that nobody can read goes to the poison queue with its reason.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Stops between pages; the message then comes again.</param>
    /// <returns>What the poll came to; <see langword="null"/> for an unreadable message.</returns>
    public async Task<CollectOutcome?> ProcessAsync(string message, CancellationToken cancellationToken)
    {
        PollOrder order;
        try
        {
            order = PollOrderCodec.Read(message);
        }
        catch (UnreadableMessageException e)
        {
            await poison.RejectAsync(QueueNames.PollOrders, message, e.Message, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return await collector.CollectAsync(order, cancellationToken).ConfigureAwait(false);
    }
}
