using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Spikes.Running;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Judges the newly completed buckets of some brands and raises alerts.</summary>
public sealed class JudgeBrandsFunction(DetectionOrderProcessor processor)
{
    /// <summary>Runs for each message of <see cref="QueueNames.DetectionOrders"/>.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("JudgeBrands")]
    public Task RunAsync([QueueTrigger(QueueNames.DetectionOrders, Connection = QueueConnection.Name)] string message, CancellationToken cancellationToken) =>
        StageTrace.ConsumeAsync("JudgeBrands", QueueNames.DetectionOrders, message, processor.ProcessAsync, cancellationToken);
}
