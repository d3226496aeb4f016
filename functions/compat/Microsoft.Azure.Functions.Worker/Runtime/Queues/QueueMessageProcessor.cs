using System.Globalization;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Azure.Functions.Worker.Runtime.Invocation;
using Microsoft.Extensions.Logging;
using SocialListening.Queues;

namespace Microsoft.Azure.Functions.Worker.Runtime.Queues;

/// <summary>
/// Works on one delivered message: run the function while the message is kept hidden, then delete it, or after a failure show it
/// again, or after the last allowed delivery move it to the poison queue.
/// </summary>
/// <param name="transport">The queues.</param>
/// <param name="invoker">Runs functions.</param>
/// <param name="settings">How queue triggers work.</param>
/// <param name="lease">How long a message is hidden; renewed at half.</param>
/// <param name="clock">The host's clock.</param>
/// <param name="logger">Where to report to.</param>
internal sealed class QueueMessageProcessor(
    IQueueTransport transport,
    FunctionInvoker invoker,
    QueueSettings settings,
    TimeSpan lease,
    HostClock clock,
    ILogger<QueueMessageProcessor> logger)
{
    private const string PoisonSuffix = "-poison";
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);

    /// <summary>Works on a message. Never throws: what fails is logged and the message comes again when its lease ends.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="function">The function.</param>
    /// <param name="message">The message as delivered.</param>
    public async Task ProcessAsync(string queue, FunctionDescriptor function, ReceivedMessage message)
    {
        try
        {
            if (message.DequeueCount > settings.MaxDequeueCount)
            {
                QueueLog.ToPoison(logger, message.Id, queue, message.DequeueCount);
                await ToPoisonAsync(queue, message).ConfigureAwait(false);
                return;
            }

            var text = message.Text;
            if (settings.Base64 && !QueueText.TryDecode(message.Text, out text))
            {
                QueueLog.NoBase64(logger, message.Id, queue);
                await ToPoisonAsync(queue, message).ConfigureAwait(false);
                return;
            }

            var (outcome, latest) = await InvokeAsync(queue, function, message, text).ConfigureAwait(false);
            if (latest is null)
            {
                QueueLog.TakenOver(logger, message.Id, queue);
            }
            else
            {
                await CompleteAsync(queue, latest, outcome).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            QueueLog.NotCompleted(logger, exception, message.Id, queue);
        }
    }

    private async Task<(InvocationOutcome Outcome, ReceivedMessage? Latest)> InvokeAsync(string queue, FunctionDescriptor function, ReceivedMessage message, string text)
    {
        using var done = new CancellationTokenSource();
        var renewal = RenewAsync(queue, message, done.Token);
        var outcome = await invoker.InvokeAsync(function, new InvocationInput(text, DataOf(message, text))).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        return (outcome, await renewal.ConfigureAwait(false));
    }

    private async Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        var latest = message;
        var wait = lease / 2;
        while (true)
        {
            await Task.Delay(wait, clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
            {
                return latest;
            }

            try
            {
                if (await transport.RenewAsync(queue, latest, lease, CancellationToken.None).ConfigureAwait(false) is not { } renewed)
                {
                    return null;
                }

                latest = renewed;
                wait = lease / 2;
            }
            catch (Exception exception)
            {
                QueueLog.NotRenewed(logger, exception, message.Id, queue);
                wait = wait / 2 < ShortestRetry ? wait : wait / 2;
            }
        }
    }

    private async Task CompleteAsync(string queue, ReceivedMessage message, InvocationOutcome outcome)
    {
        if (outcome.Succeeded)
        {
            if (!await transport.DeleteAsync(queue, message, CancellationToken.None).ConfigureAwait(false))
            {
                QueueLog.TakenOver(logger, message.Id, queue);
            }
        }
        else if (queue.EndsWith(PoisonSuffix, StringComparison.Ordinal))
        {
            QueueLog.LeftHidden(logger, message.Id, queue);
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            QueueLog.ToPoison(logger, message.Id, queue, message.DequeueCount);
            await ToPoisonAsync(queue, message).ConfigureAwait(false);
        }
        else
        {
            await transport.RenewAsync(queue, message, settings.VisibilityTimeout, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task ToPoisonAsync(string queue, ReceivedMessage message)
    {
        if (queue.EndsWith(PoisonSuffix, StringComparison.Ordinal))
        {
            QueueLog.LeftHidden(logger, message.Id, queue);
            return;
        }

        await transport.SendAsync(queue + PoisonSuffix, [message.Text], TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        await transport.DeleteAsync(queue, message, CancellationToken.None).ConfigureAwait(false);
    }

    private static Dictionary<string, object?> DataOf(ReceivedMessage message, string text) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = text,
        ["Id"] = message.Id,
        ["PopReceipt"] = message.Receipt,
        ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["InsertionTime"] = message.InsertedAt.ToString("o", CultureInfo.InvariantCulture),
        ["ExpirationTime"] = message.ExpiresAt.ToString("o", CultureInfo.InvariantCulture),
        ["NextVisibleTime"] = message.NextVisibleAt.ToString("o", CultureInfo.InvariantCulture),
    };
}
