using SocialListening.Scoring.Cascade;

namespace SocialListening.Tests.Scoring.Cascade;

public sealed class SpendingPlanTests
{
    [Theory]
    [InlineData(0, 0, 0.2)]
    [InlineData(50, 12, 0.2)]
    [InlineData(40, 18, 0.2)]
    [InlineData(25, 0, 0.6)]
    [InlineData(50, 0, 1)]
    [InlineData(99, 0, 1)]
    [InlineData(75, 12, 0.6)]
    public void Threshold_BySpendingAndTime_RisesWithTheLeadOverTheClock(int spent, int hours, double expected) =>
        Assert.Equal(expected, SpendingPlan.Threshold(0.2, spent, 100, TimeSpan.FromHours(hours)), 9);

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 100)]
    [InlineData(0, 0)]
    public void Threshold_NothingLeft_LetsNothingPass(int spent, int budget) =>
        Assert.True(SpendingPlan.Threshold(0, spent, budget, TimeSpan.FromHours(23)) > 1);

    [Fact]
    public void Threshold_AnyState_IsMonotoneInSpendingAndFallsWithTime()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var (floor, spent, hours) = (random.NextDouble(), random.Next(0, 1000), random.NextDouble() * 24);
            var here = SpendingPlan.Threshold(floor, spent, 1000, TimeSpan.FromHours(hours));
            Assert.InRange(here, floor, 1);
            Assert.True(SpendingPlan.Threshold(floor, spent + random.Next(0, 500), 1000, TimeSpan.FromHours(hours)) >= here);
            Assert.True(SpendingPlan.Threshold(floor, spent, 1000, TimeSpan.FromHours(Math.Min(24, hours + random.NextDouble()))) <= here);
        }
    }
}
