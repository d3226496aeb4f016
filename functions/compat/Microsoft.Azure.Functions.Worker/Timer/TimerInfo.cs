namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns about its timer.</summary>
public class TimerInfo
{
    /// <summary>The stored status before this run; <see langword="null"/> when the timer is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for one or more that were missed while the process was down.</summary>
    public bool IsPastDue { get; set; }
}
