using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Scoring;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>The product's ScoreMentions, see <see cref="MeasuredCollectFunction"/>.</summary>
public sealed class MeasuredScoreFunction(MentionBatchProcessor processor)
{
    /// <summary>Runs for each packed batch.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("ScoreMentions")]
    public Task RunAsync([QueueTrigger(QueueNames.Mentions)] string message, CancellationToken cancellationToken) => processor.ProcessAsync(message, cancellationToken);
}
