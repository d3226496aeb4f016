using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions;

/// <summary>Asks the language service for texts that the embedded scorer was unsure of, and stores its answers with the counts that follow.</summary>
public sealed class RescoreMentionsFunction(HardCaseProcessor processor)
{
    /// <summary>Runs for each message of <see cref="QueueNames.Rescoring"/>.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("RescoreMentions")]
    public Task RunAsync([QueueTrigger(QueueNames.Rescoring, Connection = QueueConnection.Name)] string message, CancellationToken cancellationToken) =>
        processor.ProcessAsync(message, cancellationToken);
}
