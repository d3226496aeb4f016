using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Queues;

/// <summary>What is logged about queues.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(40, LogLevel.Error, "Queue '{Queue}' could not be read; trying again")]
    public static partial void TransportFailed(ILogger logger, Exception exception, string queue);

    [LoggerMessage(41, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' failed {Deliveries} times: moved to the poison queue")]
    public static partial void ToPoison(ILogger logger, string messageId, string queue, int deliveries);

    [LoggerMessage(42, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' is no Base64: moved to the poison queue")]
    public static partial void NoBase64(ILogger logger, string messageId, string queue);

    [LoggerMessage(43, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' was delivered anew while its function ran")]
    public static partial void TakenOver(ILogger logger, string messageId, string queue);

    [LoggerMessage(44, LogLevel.Error, "Message {MessageId} of queue '{Queue}' could not be completed; it comes again when its lease ends")]
    public static partial void NotCompleted(ILogger logger, Exception exception, string messageId, string queue);

    [LoggerMessage(45, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' could not be renewed")]
    public static partial void NotRenewed(ILogger logger, Exception exception, string messageId, string queue);

    [LoggerMessage(46, LogLevel.Warning, "Message {MessageId} of poison queue '{Queue}' failed and stays hidden until its lease ends")]
    public static partial void LeftHidden(ILogger logger, string messageId, string queue);
}
