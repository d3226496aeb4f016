using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Scoring;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Scores a packed batch of mentions and stores it with its counts.</summary>
public sealed class ScoreMentionsFunction(MentionBatchProcessor processor)
{
    /// <summary>Runs for each message of <see cref="QueueNames.Mentions"/>.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("ScoreMentions")]
    public Task RunAsync([QueueTrigger(QueueNames.Mentions, Connection = QueueConnection.Name)] string message, CancellationToken cancellationToken) =>
        StageTrace.ConsumeAsync("ScoreMentions", QueueNames.Mentions, message, processor.ProcessAsync, cancellationToken);
}
