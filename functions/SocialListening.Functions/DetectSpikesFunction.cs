using Microsoft.Azure.Functions.Worker;
using SocialListening.Spikes.Running;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Orders that every brand's newly completed buckets be judged. Ordering twice judges nothing twice.</summary>
public sealed class DetectSpikesFunction(DetectionPlanner planner)
{
    /// <summary>Runs on the schedule in the setting <c>DetectSpikesSchedule</c>.</summary>
    /// <param name="timer">The timer's state.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("DetectSpikes")]
    public Task RunAsync([TimerTrigger("%DetectSpikesSchedule%", UseMonitor = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        StageTrace.RunAsync("DetectSpikes", planner.OrderAsync, cancellationToken);
}
