using SocialListening.Queues;

namespace SocialListening.Benchmarks.Cost;

/// <summary>Takes messages as the Functions host does: up to 16 in a call, worked on at once, each deleted after its work.</summary>
internal static class QueueDrain
{
    public static async Task RunAsync(IQueueTransport queues, string queue, Func<string, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (await queues.ReceiveAsync(queue, 16, TimeSpan.FromMinutes(5), cancellationToken) is { Count: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(async message =>
            {
                if (!QueueText.TryDecode(message.Text, out var text))
                {
                    throw new InvalidOperationException("A message is no Base64.");
                }

                await work(text, cancellationToken);
                await queues.DeleteAsync(queue, message, cancellationToken);
            }));
        }
    }
}
