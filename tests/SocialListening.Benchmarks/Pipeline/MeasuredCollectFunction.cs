using Microsoft.Azure.Functions.Worker;
using SocialListening.Collecting;
using SocialListening.Contracts;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>The product's CollectMentions without its timers: the host looks for functions in the assembly that was started.</summary>
public sealed class MeasuredCollectFunction(PollOrderProcessor processor)
{
    /// <summary>Runs for each poll order.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("CollectMentions")]
    public Task RunAsync([QueueTrigger(QueueNames.PollOrders)] string message, CancellationToken cancellationToken) => processor.ProcessAsync(message, cancellationToken);
}
