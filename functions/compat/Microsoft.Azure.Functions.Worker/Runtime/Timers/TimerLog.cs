using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>What is logged about timers.</summary>
internal static partial class TimerLog
{
    [LoggerMessage(20, LogLevel.Debug, "Timer '{Function}' started: next due {Next:o}, past due {PastDue}")]
    public static partial void Started(ILogger logger, string function, DateTimeOffset next, bool pastDue);

    [LoggerMessage(21, LogLevel.Warning, "Timer '{Function}' failed: repetition {Retry} in {Delay}")]
    public static partial void Retrying(ILogger logger, string function, int retry, TimeSpan delay);

    [LoggerMessage(22, LogLevel.Error, "The status of timer '{Function}' could not be saved; a restart may repeat its last run")]
    public static partial void StatusNotSaved(ILogger logger, Exception exception, string function);
}
