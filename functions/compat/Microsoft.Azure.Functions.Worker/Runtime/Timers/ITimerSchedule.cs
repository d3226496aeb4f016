namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>When a timer is due.</summary>
internal interface ITimerSchedule
{
    /// <summary>Whether it is due so often that its status is not worth storing.</summary>
    bool MoreThanOncePerMinute { get; }

    /// <summary>Gives the first due time after a moment.</summary>
    /// <param name="after">The moment.</param>
    DateTimeOffset Next(DateTimeOffset after);
}
