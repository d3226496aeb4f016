using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Privacy.Erasing;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Deletes what an erasure is about, and looks again once everything under way has ended.</summary>
public sealed class EraseMentionsFunction(ErasureProcessor processor)
{
    /// <summary>Runs for each message of <see cref="QueueNames.Erasures"/>.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("EraseMentions")]
    public Task RunAsync([QueueTrigger(QueueNames.Erasures, Connection = QueueConnection.Name)] string message, CancellationToken cancellationToken) =>
        StageTrace.ConsumeAsync("EraseMentions", QueueNames.Erasures, message, processor.ProcessAsync, cancellationToken);
}
