namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>Due at a fixed time after the last run.</summary>
/// <param name="period">The time between two runs, above 0.</param>
internal sealed class ConstantSchedule(TimeSpan period) : ITimerSchedule
{
    /// <inheritdoc/>
    public bool MoreThanOncePerMinute => period < TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public DateTimeOffset Next(DateTimeOffset after) => after + period;
}
