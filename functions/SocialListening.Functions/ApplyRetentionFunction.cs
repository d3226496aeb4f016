using Microsoft.Azure.Functions.Worker;
using SocialListening.Privacy;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Removes what has served its time from the SQLite file; Cosmos DB does so by itself.</summary>
public sealed class ApplyRetentionFunction(RetentionRun retention)
{
    /// <summary>Runs on the schedule in the setting <c>ApplyRetentionSchedule</c>.</summary>
    /// <param name="timer">The timer's state.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("ApplyRetention")]
    public Task RunAsync([TimerTrigger("%ApplyRetentionSchedule%", UseMonitor = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        StageTrace.RunAsync("ApplyRetention", retention.RunAsync, cancellationToken);
}
