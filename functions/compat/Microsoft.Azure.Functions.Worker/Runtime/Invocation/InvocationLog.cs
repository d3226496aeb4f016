using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>What is logged about invocations.</summary>
internal static partial class InvocationLog
{
    [LoggerMessage(1, LogLevel.Debug, "Executing '{Function}' (Id={InvocationId})")]
    public static partial void Executing(ILogger logger, string function, string invocationId);

    [LoggerMessage(2, LogLevel.Debug, "Executed '{Function}' (Succeeded, Duration={Milliseconds}ms)")]
    public static partial void Succeeded(ILogger logger, string function, long milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Executed '{Function}' (Failed, Duration={Milliseconds}ms)")]
    public static partial void Failed(ILogger logger, Exception exception, string function, long milliseconds);

    [LoggerMessage(4, LogLevel.Error, "'{Function}' was cancelled after its time limit of {Limit}")]
    public static partial void TimedOut(ILogger logger, string function, TimeSpan limit);

    [LoggerMessage(5, LogLevel.Critical, "'{Function}' ignored the end of its time limit of {Limit}: it counts as failed and is left alone")]
    public static partial void LeftAlone(ILogger logger, string function, TimeSpan limit);
}
