using System.Globalization;
using Microsoft.Azure.Functions.Worker.Runtime.Timers;

namespace SocialListening.Functions.Tests.Compat;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-02T12:02:10", "2026-03-02T12:05:00", "2026-03-02T12:10:00")]
    [InlineData("*/5 * * * *", "2026-03-02T12:02:10", "2026-03-02T12:05:00", "2026-03-02T12:10:00")]
    [InlineData("*/10 * * * * *", "2026-03-02T12:00:00", "2026-03-02T12:00:10", "2026-03-02T12:00:20")]
    [InlineData("5/20 * * * * *", "2026-03-02T12:00:00", "2026-03-02T12:00:05", "2026-03-02T12:00:25")]
    [InlineData("50,5,8 * * * * *", "2026-03-02T12:00:05", "2026-03-02T12:00:08", "2026-03-02T12:00:50")]
    [InlineData("0 0 9-17 * * *", "2026-03-02T17:00:00", "2026-03-03T09:00:00", "2026-03-03T10:00:00")]
    [InlineData("0 0 17-9 * * *", "2026-03-02T17:00:00", "2026-03-03T09:00:00", "2026-03-03T10:00:00")]
    [InlineData("0 0 9-17/4 * * *", "2026-03-02T00:00:00", "2026-03-02T09:00:00", "2026-03-02T13:00:00")]
    [InlineData("0 30 9 * Jan Mon", "2026-03-02T12:00:00", "2027-01-04T09:30:00", "2027-01-11T09:30:00")]
    [InlineData("0 30 9 * january monday,WED", "2026-12-31T12:00:00", "2027-01-04T09:30:00", "2027-01-06T09:30:00")]
    [InlineData("0 0 0 13 * Fri", "2026-01-01T00:00:00", "2026-02-13T00:00:00", "2026-03-13T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00", "2032-02-29T00:00:00")]
    [InlineData("0 0 0 31 * *", "2026-01-31T00:00:00", "2026-03-31T00:00:00", "2026-05-31T00:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:59", "2027-12-31T23:59:59", "2028-12-31T23:59:59")]
    public void Next_OfAnExpression_IsStrictlyAfterAndInOrder(string expression, string after, string first, string second)
    {
        var schedule = Parse(expression);
        Assert.Equal(Utc(first), schedule.Next(Utc(after)));
        Assert.Equal(Utc(second), schedule.Next(Utc(first)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * 32 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("*/0 * * * * *")]
    [InlineData("*/x * * * * *")]
    [InlineData("1,,2 * * * * *")]
    [InlineData("-5 * * * * *")]
    [InlineData("? * * * * *")]
    [InlineData("0 0 0 L * *")]
    [InlineData("Mon * * * * *")]
    [InlineData("* * * * Foo *")]
    [InlineData("0 0 0 30 2 *")]
    public void Parse_OfNoExpression_IsRefused(string expression) => Assert.Null(CronSchedule.TryParse(expression, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,30 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("*/30 5 * * * *", false)]
    [InlineData("0 */5 * * * *", false)]
    public void MoreThanOncePerMinute_TellsSchedulesNotWorthStoring(string expression, bool expected) =>
        Assert.Equal(expected, Parse(expression).MoreThanOncePerMinute);

    [Fact]
    public void Next_OfRandomExpressions_IsTheFirstSecondThatFits()
    {
        var random = new Random(20260302);
        for (var i = 0; i < 300; i++)
        {
            var second = Field(random, 0, 59, out var secondFits);
            var minute = Field(random, 0, 59, out var minuteFits);
            var hour = random.Next(3) == 0 ? Field(random, 0, 23, out var hourFits) : All(out hourFits);
            var schedule = Parse($"{second} {minute} {hour} * * *");
            var after = Utc("2026-03-02T00:00:00").AddSeconds(random.Next(86_400));

            var expected = after.AddSeconds(1);
            while (!secondFits(expected.Second) || !minuteFits(expected.Minute) || !hourFits(expected.Hour))
            {
                expected = expected.AddSeconds(1);
            }

            Assert.True(expected == schedule.Next(after), $"'{second} {minute} {hour} * * *' after {after:o}: expected {expected:o}, was {schedule.Next(after):o}");
        }
    }

    [Fact]
    public void Next_WhenTheClockIsPutForward_ShiftsARunOfTheMissingHour()
    {
        var schedule = Paris("0 30 2 * * *");
        var first = schedule.Next(Utc("2026-03-28T12:00:00"));
        Assert.Equal(Utc("2026-03-29T01:30:00"), first);
        Assert.Equal(Utc("2026-03-30T00:30:00"), schedule.Next(first));
    }

    [Fact]
    public void Next_WhenTheClockIsPutBack_RunsAPointInTimeOnce()
    {
        var schedule = Paris("0 30 2 * * *");
        var first = schedule.Next(Utc("2026-10-24T12:00:00"));
        Assert.Equal(Utc("2026-10-25T00:30:00"), first);
        Assert.Equal(Utc("2026-10-26T01:30:00"), schedule.Next(first));
        Assert.Equal(Utc("2026-10-26T01:30:00"), schedule.Next(Utc("2026-10-25T01:10:00")));
    }

    [Fact]
    public void Next_WhenTheClockIsPutBack_RunsAnIntervalInBothHours()
    {
        var schedule = Paris("0 */30 * * * *");
        var runs = new List<DateTimeOffset> { Utc("2026-10-24T23:30:00") };
        for (var i = 0; i < 6; i++)
        {
            runs.Add(schedule.Next(runs[^1]));
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(i => Utc("2026-10-24T23:30:00").AddMinutes(30 * i)), runs);
    }

    [Fact]
    public void Next_InAZone_IsThatZonesTime() =>
        Assert.Equal(Utc("2026-07-01T07:00:00"), Paris("0 0 9 * * *").Next(Utc("2026-07-01T00:00:00")));

    private static CronSchedule Parse(string expression) => CronSchedule.TryParse(expression, TimeZoneInfo.Utc)!;

    private static CronSchedule Paris(string expression) => CronSchedule.TryParse(expression, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"))!;

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string All(out Func<int, bool> fits)
    {
        fits = _ => true;
        return "*";
    }

    private static string Field(Random random, int least, int greatest, out Func<int, bool> fits)
    {
        var (a, b, step) = (random.Next(least, greatest + 1), random.Next(least, greatest + 1), random.Next(1, 20));
        switch (random.Next(4))
        {
            case 0:
                fits = v => v == a || v == b;
                return $"{a},{b}";
            case 1:
                fits = v => v >= Math.Min(a, b) && v <= Math.Max(a, b) && (v - Math.Min(a, b)) % step == 0;
                return $"{a}-{b}/{step}";
            case 2:
                fits = v => (v - least) % step == 0;
                return $"*/{step}";
            default:
                fits = v => v >= a && (v - a) % step == 0;
                return $"{a}/{step}";
        }
    }
}
