using Microsoft.Azure.Functions.Worker;
using SocialListening.Collecting;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Orders a poll of every source that is due. Late and missed ticks come to one call, and ordering twice stores nothing twice.</summary>
public sealed class PollSourcesFunction(PollPlanner planner)
{
    /// <summary>Runs on the schedule in the setting <c>PollSourcesSchedule</c>.</summary>
    /// <param name="timer">The timer's state.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("PollSources")]
    public Task RunAsync([TimerTrigger("%PollSourcesSchedule%", UseMonitor = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        StageTrace.RunAsync("PollSources", planner.OrderDueAsync, cancellationToken);
}
