using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using SocialListening.Queues;

namespace SocialListening.Functions.Azure;

/// <summary>
/// The queues of Azure Storage, or of its emulator, through the SDK, which retries transient failures by itself. A retried
/// deletion or renewal whose first answer was lost is reported as refused, as at-least-once delivery allows.
/// </summary>
/// <param name="service">The account, with the options of <see cref="ClientOptions"/>.</param>
/// <param name="clock">The clock of <see cref="WaitForArrivalAsync"/>: the system's.</param>
internal sealed class AzureStorageQueueTransport(QueueServiceClient service, TimeProvider clock) : IQueueTransport
{
    private readonly ConcurrentDictionary<string, QueueClient> _queues = new(StringComparer.Ordinal);

    /// <summary>Gives the client options that the transport needs: texts travel as they are, since the port's texts are in wire form already.</summary>
    public static QueueClientOptions ClientOptions()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        options.AddPolicy(new QueueCallMeter(), HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <inheritdoc/>
    public async Task SendAsync(string queue, IReadOnlyCollection<string> texts, TimeSpan visibleAfter, CancellationToken cancellationToken)
    {
        var client = Queue(queue);
        QueueRules.CheckTexts(texts);
        QueueRules.CheckHidden(visibleAfter, TimeSpan.Zero);
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await client.SendMessageAsync(text, visibleAfter, QueueRules.Longest, cancellationToken).ConfigureAwait(false);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
            {
                await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                await client.SendMessageAsync(text, visibleAfter, QueueRules.Longest, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int maxMessages, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var client = Queue(queue);
        QueueRules.CheckCount(maxMessages);
        QueueRules.CheckHidden(visibilityTimeout, TimeSpan.FromSeconds(1));
        try
        {
            var messages = await client.ReceiveMessagesAsync(maxMessages, visibilityTimeout, cancellationToken).ConfigureAwait(false);
            return Array.ConvertAll(messages.Value, Read);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedMessage>> PeekAsync(string queue, int maxMessages, CancellationToken cancellationToken)
    {
        var client = Queue(queue);
        QueueRules.CheckCount(maxMessages);
        try
        {
            var messages = await client.PeekMessagesAsync(maxMessages, cancellationToken).ConfigureAwait(false);
            return Array.ConvertAll(messages.Value, Read);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var client = Queue(queue);
        QueueRules.CheckHidden(visibilityTimeout, TimeSpan.Zero);
        if (message.Receipt.Length == 0)
        {
            return null;
        }

        try
        {
            var receipt = await client.UpdateMessageAsync(message.Id, message.Receipt, (string?)null, visibilityTimeout, cancellationToken).ConfigureAwait(false);
            return message with { Receipt = receipt.Value.PopReceipt, NextVisibleAt = receipt.Value.NextVisibleOn };
        }
        catch (RequestFailedException failure) when (IsGone(failure))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        var client = Queue(queue);
        if (message.Receipt.Length == 0)
        {
            return false;
        }

        try
        {
            await client.DeleteMessageAsync(message.Id, message.Receipt, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException failure) when (IsGone(failure))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<QueueDepth> GetDepthAsync(string queue, CancellationToken cancellationToken)
    {
        var client = Queue(queue);
        try
        {
            var properties = await client.GetPropertiesAsync(cancellationToken).ConfigureAwait(false);
            var oldest = await client.PeekMessagesAsync(1, cancellationToken).ConfigureAwait(false);
            return new QueueDepth(properties.Value.ApproximateMessagesCount, oldest.Value.FirstOrDefault()?.InsertedOn);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return new QueueDepth(0, null);
        }
    }

    /// <inheritdoc/>
    public Task WaitForArrivalAsync(string queue, TimeSpan longest, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        return Task.Delay(longest, clock, cancellationToken);
    }

    // A receipt that is not the latest is answered with 400 PopReceiptMismatch, a message or queue that is gone with 404; 409
    // and 412 do not occur for messages today and would mean the same.
    private static bool IsGone(RequestFailedException failure) =>
        failure.Status is 404 or 409 or 412 || failure.ErrorCode == QueueErrorCode.PopReceiptMismatch;

    private static ReceivedMessage Read(QueueMessage message) => new(
        message.MessageId,
        message.PopReceipt,
        message.MessageText,
        (int)message.DequeueCount,
        message.InsertedOn ?? default,
        message.ExpiresOn ?? default,
        message.NextVisibleOn ?? default);

    private static ReceivedMessage Read(PeekedMessage message) => new(
        message.MessageId,
        string.Empty,
        message.MessageText,
        (int)message.DequeueCount,
        message.InsertedOn ?? default,
        message.ExpiresOn ?? default,
        message.InsertedOn ?? default);

    private QueueClient Queue(string name)
    {
        QueueRules.CheckName(name);
        return _queues.GetOrAdd(name, static (key, account) => account.GetQueueClient(key), service);
    }
}
