using SocialListening.Contracts;

namespace SocialListening.Queues;

/// <summary>Puts aside what can never be processed, with the reason, in the queue's <c>-poison</c> queue.</summary>
public sealed class PoisonQueue(IQueueTransport queues, TimeProvider time)
{
    /// <summary>The envelope's name.</summary>
    public const string Name = "poison";

    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    /// <summary>Keeps a rejected message. The caller then completes the original.</summary>
    /// <param name="queue">The queue where it came from.</param>
    /// <param name="body">The decoded message text.</param>
    /// <param name="reason">Why it is given up, without post text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task RejectAsync(string queue, string body, string reason, CancellationToken cancellationToken)
    {
        var poison = new PoisonMessage(queue, reason, time.GetUtcNow(), body);
        var text = EnvelopeCodec.Write(Name, Version, poison, SocialListeningJsonContext.Default.PoisonMessage);
        if (System.Text.Encoding.UTF8.GetByteCount(text) > EnvelopeCodec.MaxBytes)
        {
            // The body was within the limit, its wrapping is not: keep the body as the host itself would.
            text = body;
        }

        return queues.SendAsync(queue + QueueNames.PoisonSuffix, [QueueText.Encode(text)], TimeSpan.Zero, cancellationToken);
    }
}
