namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a monitored timer stands, in the time zone of the schedules.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; the default value before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was last stored; the default value before the first time.</summary>
    public DateTime LastUpdated { get; set; }
}
