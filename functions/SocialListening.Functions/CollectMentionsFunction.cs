using Microsoft.Azure.Functions.Worker;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Carries out one poll order.</summary>
public sealed class CollectMentionsFunction(PollOrderProcessor processor)
{
    /// <summary>Runs for each message of <see cref="QueueNames.PollOrders"/>.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("CollectMentions")]
    public Task RunAsync([QueueTrigger(QueueNames.PollOrders, Connection = QueueConnection.Name)] string message, CancellationToken cancellationToken) =>
        StageTrace.ConsumeAsync("CollectMentions", QueueNames.PollOrders, message, processor.ProcessAsync, cancellationToken);
}
