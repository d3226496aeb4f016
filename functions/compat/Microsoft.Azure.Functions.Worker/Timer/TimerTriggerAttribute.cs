using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function on a schedule. Invocations of one timer never overlap.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Sets the schedule.</summary>
    /// <param name="schedule">
    /// Six fields (second, minute, hour, day, month, day of week), five without the seconds, a time span <c>hh:mm:ss</c>,
    /// or the name of a setting between percent signs.
    /// </param>
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    /// <summary>The schedule as written.</summary>
    public string Schedule { get; }

    /// <summary>
    /// Whether the last run is stored, so that a run missed while the process was down is made up for once. Schedules that
    /// come more than once a minute are never stored.
    /// </summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool UseMonitor { get; set; }

    /// <summary>Whether the function also runs when the process starts.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool RunOnStartup { get; set; }
}
