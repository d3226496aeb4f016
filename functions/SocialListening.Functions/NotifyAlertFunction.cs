using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Notifiers;
using SocialListening.Telemetry;

namespace SocialListening.Functions;

/// <summary>Tells people of an alert.</summary>
public sealed class NotifyAlertFunction(AlertNotification notification)
{
    /// <summary>Runs for each message of <see cref="QueueNames.Alerts"/>.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancelled when the host shuts down.</param>
    [Function("NotifyAlert")]
    public Task RunAsync([QueueTrigger(QueueNames.Alerts, Connection = QueueConnection.Name)] string message, CancellationToken cancellationToken) =>
        StageTrace.ConsumeAsync("NotifyAlert", QueueNames.Alerts, message, notification.NotifyAsync, cancellationToken);
}
