using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>Reads the schedules of timer triggers.</summary>
internal static class TimerSchedules
{
    /// <summary>Reads a schedule whose settings are replaced already.</summary>
    /// <param name="expression">An NCRONTAB expression or a time span.</param>
    /// <param name="zone">The time zone that an expression is meant in.</param>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public static ITimerSchedule Parse(string expression, TimeZoneInfo zone)
    {
        if (CronSchedule.TryParse(expression, zone) is { } cron)
        {
            return cron;
        }

        return TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out var period) && period > TimeSpan.Zero
            ? new ConstantSchedule(period)
            : throw new InvalidOperationException(
                $"'{expression}' is no schedule: expected 'second minute hour day month weekday' (for example '0 */5 * * * *') or a time span above 0.");
    }
}
