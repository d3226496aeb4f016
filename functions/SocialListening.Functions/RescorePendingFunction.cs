using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions;

/// <summary>Re-scores mentions that the budget or the language service put off. With scoring embedded it settles what another mode left.</summary>
public sealed class RescorePendingFunction(WaitingMentions waiting, IBrandCatalog catalog)
{
    /// <summary>Runs on the schedule in the setting <c>RescorePendingSchedule</c>.</summary>
    /// <param name="timer">The timer's state.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("RescorePending")]
    public Task RunAsync([TimerTrigger("%RescorePendingSchedule%", UseMonitor = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        waiting.RunAsync([.. catalog.Current.Brands.Keys], cancellationToken);
}
