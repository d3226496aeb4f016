using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Notifiers;

/// <summary>Tells every recipient of an alert, each once for each revision, as far as a crash between sending and noting allows.</summary>
public sealed partial class AlertNotification(
    IBrandCatalog catalog,
    IAlertStore alerts,
    IEnumerable<INotifier> notifiers,
    IQueueTransport queues,
    PoisonQueue poison,
    TimeProvider time,
    IOptions<NotifyingOptions> options,
    ILogger<AlertNotification> logger)
{
    private static readonly TimeSpan[] Waits = [.. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>How long alerts are repeated here.</summary>
    internal TimeSpan RetryFor => options.Value.RetryFor;

    /// <summary>Processes one alert message.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Stops between recipients; those not told yet are told when the message comes again.</param>
    /// <returns>How many recipients were told now.</returns>
    /// <remarks>
    /// When some recipient cannot be told, or this version cannot read who is to be told, the others are, and the message is queued again
    /// for later, as <see cref="NotifyingOptions.RetryFor"/> says; after that time it is put aside with the reason.
    /// </remarks>
    /// <exception cref="NotificationException">The same, and nothing is repeated by <see cref="NotifyingOptions.RetryFor"/>: the message must come again.</exception>
    public async Task<int> NotifyAsync(string message, CancellationToken cancellationToken)
    {
        AlertMessage order;
        try
        {
            order = AlertMessageCodec.Read(message);
        }
        catch (UnreadableMessageException e)
        {
            await poison.RejectAsync(QueueNames.Alerts, message, e.Message, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        try
        {
            return await NotifyAsync(order, cancellationToken).ConfigureAwait(false);
        }
        catch (NotificationException failure) when (RetryFor > TimeSpan.Zero)
        {
            await RepeatAsync(order, failure, cancellationToken).ConfigureAwait(false);
            return 0;
        }
    }

    private async Task<int> NotifyAsync(AlertMessage order, CancellationToken cancellationToken)
    {
        var alert = await alerts.GetAsync(order.BrandId, order.AlertId, cancellationToken).ConfigureAwait(false);
        if (alert is null || await FindAsync(alert, cancellationToken).ConfigureAwait(false) is not { } brand)
        {
            Log.Unknown(logger, order.AlertId, order.BrandId);
            return 0;
        }

        if (alert.Revision > order.Revision)
        {
            // A newer revision has a message of its own and says more.
            return 0;
        }

        return await TellAllAsync(alert, brand, cancellationToken).ConfigureAwait(false);
    }

    // The new message first: a crash between gives two, which tell nobody twice.
    private async Task RepeatAsync(AlertMessage order, NotificationException failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = order.FailedSinceUtc ?? now;
        var failures = order.Failures ?? 0;
        var wait = Waits[Math.Clamp(failures, 0, Waits.Length - 1)];
        if (now + wait - since > RetryFor)
        {
            // Without what failed so far: once it is replayed it has all that time again.
            var afresh = new AlertMessage(order.BrandId, order.AlertId, order.Revision);
            await poison.RejectAsync(QueueNames.Alerts, AlertMessageCodec.Write(afresh), failure.Message, cancellationToken).ConfigureAwait(false);
            Log.GivenUp(logger, order.AlertId, since);
            return;
        }

        var later = order with { FailedSinceUtc = since, Failures = failures + 1 };
        await queues.SendAsync(QueueNames.Alerts, [QueueText.Encode(AlertMessageCodec.Write(later))], wait, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Brand?> FindAsync(Alert alert, CancellationToken cancellationToken)
    {
        var brands = catalog.Current;
        if (!brands.Brands.ContainsKey(alert.BrandId) && !brands.IsLeftOut(alert.BrandId))
        {
            brands = await catalog.ReadSinceAsync(alert.UpdatedAtUtc, cancellationToken).ConfigureAwait(false);
        }

        // An instance of the version that wrote the definition knows whom to tell.
        return brands.IsLeftOut(alert.BrandId)
            ? throw new NotificationException($"Nobody can be told of alert {alert.Id}: this version cannot read the definition of '{alert.BrandId}'. Mend it, or deploy the version that wrote it.")
            : brands.Brands.GetValueOrDefault(alert.BrandId);
    }

    private async Task<int> TellAllAsync(Alert alert, Brand brand, CancellationToken cancellationToken)
    {
        var told = 0;
        var failures = new List<NotificationException>();
        foreach (var notifier in notifiers)
        {
            foreach (var target in notifier.TargetsOf(brand))
            {
                if (alert.Severity < (target.Recipient?.MinSeverity ?? 1)
                    || await alerts.IsNotifiedAsync(brand.Id, alert.Id, alert.Revision, target.Key, cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                try
                {
                    await notifier.SendAsync(alert, brand, target, cancellationToken).ConfigureAwait(false);
                    await alerts.TryMarkNotifiedAsync(brand.Id, alert.Id, alert.Revision, target.Key, cancellationToken).ConfigureAwait(false);
                    ListeningMetrics.Notified(notifier.Channel, alert.Revision == 1 ? time.GetUtcNow() - alert.OnsetUtc : null);
                    told++;
                }
                catch (NotificationException e)
                {
                    ListeningMetrics.NotificationFailed(notifier.Channel);
                    Log.Failed(logger, alert.Id, target.Key, e.Message);
                    failures.Add(e);
                }
            }
        }

        return failures.Count == 0
            ? told
            : throw new NotificationException($"{failures.Count} recipient(s) of alert {alert.Id} could not be told: {failures[0].Message}", failures[0]);
    }

    private static partial class Log
    {
        [LoggerMessage(5000, LogLevel.Warning, "Alert {AlertId} of {BrandId} is not stored or its brand is gone; nobody is told")]
        public static partial void Unknown(ILogger logger, string alertId, string brandId);

        [LoggerMessage(5002, LogLevel.Error, "Alert {AlertId} could not be delivered to everybody since {Since:u}; it is in the poison queue, from where it can be replayed")]
        public static partial void GivenUp(ILogger logger, string alertId, DateTimeOffset since);

        [LoggerMessage(5001, LogLevel.Warning, "Alert {AlertId} was not delivered to {Target}: {Reason}")]
        public static partial void Failed(ILogger logger, string alertId, string target, string reason);
    }
}
