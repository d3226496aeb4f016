using SocialListening.Platforms.Rss;

namespace SocialListening.Tests.Platforms.Rss;

public sealed class FeedScheduleTests
{
    private static readonly DateTimeOffset Friday9 = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(15, 0, 0, 15)]
    [InlineData(15, 60, 30, 60)]
    [InlineData(15, 30, 60, 60)]
    [InlineData(15, 100_000, 0, 1440)]
    public void NotBefore_SeveralWishes_TakesTheLongestUpToADay(int minimum, int maxAge, int ttl, int expected)
    {
        var feed = new FeedDocument { Items = [], TimeToLive = TimeSpan.FromMinutes(ttl) };

        Assert.Equal(
            Friday9 + TimeSpan.FromMinutes(expected),
            FeedSchedule.NotBefore(Friday9, TimeSpan.FromMinutes(minimum), TimeSpan.FromMinutes(maxAge), feed));
    }

    [Fact]
    public void NotBefore_ExcludedHoursAndDays_ArePassedOver()
    {
        var feed = new FeedDocument { Items = [], SkipHours = new HashSet<int> { 9, 10, 0 }, SkipDays = new HashSet<DayOfWeek> { DayOfWeek.Saturday } };

        Assert.Equal(Friday9.AddHours(2), FeedSchedule.NotBefore(Friday9, TimeSpan.FromMinutes(15), null, feed));
        Assert.Equal(
            new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero),
            FeedSchedule.NotBefore(Friday9.AddHours(14.9), TimeSpan.FromMinutes(15), null, feed));
    }

    [Fact]
    public void NotBefore_EveryHourExcluded_IsTakenAsAMistake()
    {
        var feed = new FeedDocument { Items = [], SkipHours = Enumerable.Range(0, 24).ToHashSet() };

        Assert.Equal(Friday9.AddMinutes(15), FeedSchedule.NotBefore(Friday9, TimeSpan.FromMinutes(15), null, feed));
    }
}
