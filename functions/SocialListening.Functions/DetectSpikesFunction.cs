using Microsoft.Azure.Functions.Worker;
using SocialListening.Spikes.Running;

namespace SocialListening.Functions;

/// <summary>Judges newly completed buckets and raises alerts.</summary>
public sealed class DetectSpikesFunction(SpikeDetectionStage stage)
{
    /// <summary>Runs on the schedule in the setting <c>DetectSpikes:Schedule</c>.</summary>
    /// <param name="timer">The timer's state.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("DetectSpikes")]
    public Task RunAsync([TimerTrigger("%DetectSpikes:Schedule%", UseMonitor = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        stage.DetectAsync(cancellationToken);
}
