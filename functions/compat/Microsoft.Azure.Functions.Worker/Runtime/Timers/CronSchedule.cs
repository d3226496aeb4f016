namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>
/// An NCRONTAB schedule: second, minute, hour, day of month, month, day of week (0 is Sunday), or the last five with second 0.
/// A day must fit both the day of month and the day of week.
/// </summary>
internal sealed class CronSchedule : ITimerSchedule
{
    private static readonly string[] NoNames = [];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private readonly CronField _second;
    private readonly CronField _minute;
    private readonly CronField _hour;
    private readonly CronField _day;
    private readonly CronField _month;
    private readonly CronField _weekday;
    private readonly TimeZoneInfo _zone;

    private CronSchedule(CronField[] fields, TimeZoneInfo zone)
    {
        (_second, _minute, _hour, _day, _month, _weekday) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        _zone = zone;
    }

    /// <inheritdoc/>
    public bool MoreThanOncePerMinute => _second.Count > 1 && _minute.All && _hour.All && _day.All && _month.All && _weekday.All;

    /// <summary>Whether it comes several times a day in a row, and so also in an hour that the clock repeats.</summary>
    private bool IsInterval => _second.HasNeighbours || _minute.HasNeighbours || _hour.HasNeighbours;

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">Six or five fields.</param>
    /// <param name="zone">The time zone that it is meant in.</param>
    /// <returns>The schedule, or <see langword="null"/> when the text is no expression or never comes due.</returns>
    public static CronSchedule? TryParse(string expression, TimeZoneInfo zone)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 5)
        {
            parts = ["0", .. parts];
        }

        if (parts.Length != 6
            || !CronField.TryParse(parts[0], 0, 59, NoNames, out var second)
            || !CronField.TryParse(parts[1], 0, 59, NoNames, out var minute)
            || !CronField.TryParse(parts[2], 0, 23, NoNames, out var hour)
            || !CronField.TryParse(parts[3], 1, 31, NoNames, out var day)
            || !CronField.TryParse(parts[4], 1, 12, Months, out var month)
            || !CronField.TryParse(parts[5], 0, 6, Days, out var weekday))
        {
            return null;
        }

        var schedule = new CronSchedule([second, minute, hour, day, month, weekday], zone);
        return schedule.NextLocal(DateTime.UnixEpoch) is null ? null : schedule;
    }

    /// <inheritdoc/>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var local = TimeZoneInfo.ConvertTime(after, _zone);
        var next = NextInZone(local.DateTime, after);
        if (!IsInterval || !_zone.IsAmbiguousTime(local) || local.Offset != _zone.GetAmbiguousTimeOffsets(local.DateTime).Max())
        {
            return next;
        }

        // In the first pass of a repeated hour: the second pass may hold an earlier run than the next local time does.
        var hourAgain = local.DateTime.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (_zone.IsAmbiguousTime(hourAgain.AddMinutes(-1)))
        {
            hourAgain = hourAgain.AddMinutes(-1);
        }

        var again = NextLocal(hourAgain.AddSeconds(-1)) ?? DateTime.MaxValue;
        var second = _zone.IsAmbiguousTime(again) ? new DateTimeOffset(again, _zone.GetAmbiguousTimeOffsets(again).Min()) : next;
        return second > after && second < next ? second : next;
    }

    private DateTimeOffset NextInZone(DateTime local, DateTimeOffset after)
    {
        while (true)
        {
            local = NextLocal(local) ?? throw new InvalidOperationException("The schedule never comes due again.");
            if (_zone.IsInvalidTime(local))
            {
                return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
            }

            if (!_zone.IsAmbiguousTime(local))
            {
                return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
            }

            var offsets = _zone.GetAmbiguousTimeOffsets(local);
            var first = new DateTimeOffset(local, offsets.Max());
            if (first > after)
            {
                return first.ToUniversalTime();
            }

            if (IsInterval)
            {
                return new DateTimeOffset(local, offsets.Min()).ToUniversalTime();
            }
        }
    }

    private DateTime? NextLocal(DateTime after)
    {
        var earliest = new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified).AddSeconds(1);
        var date = earliest.Date;
        while (date.Year < DateTime.MaxValue.Year)
        {
            if (!_month.Contains(date.Month))
            {
                date = new DateTime(date.Year, date.Month, 1).AddMonths(1);
                continue;
            }

            if (_day.Contains(date.Day)
                && _weekday.Contains((int)date.DayOfWeek)
                && TimeOfDay(date == earliest.Date ? earliest.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return date + time;
            }

            date = date.AddDays(1);
        }

        return null;
    }

    private TimeSpan? TimeOfDay(TimeSpan from)
    {
        var (hour, minute, second) = (from.Hours, from.Minutes, from.Seconds);
        if (!_hour.Contains(hour))
        {
            (minute, second) = (0, 0);
        }
        else
        {
            if (!_minute.Contains(minute))
            {
                second = 0;
            }

            second = _second.FirstFrom(second);
            if (second < 0)
            {
                minute++;
                second = 0;
            }

            minute = _minute.FirstFrom(minute);
            if (minute >= 0)
            {
                return new TimeSpan(hour, minute, minute == from.Minutes ? _second.FirstFrom(second) : _second.FirstFrom(0));
            }

            hour++;
        }

        hour = _hour.FirstFrom(hour);
        return hour < 0 ? null : new TimeSpan(hour, _minute.FirstFrom(0), _second.FirstFrom(0));
    }
}
