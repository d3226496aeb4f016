using SocialListening.Contracts;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Contracts;

public sealed class AlertIdTests
{
    [Fact]
    public void Of_SameInstantInAnotherZone_IsTheSameId() =>
        Assert.Equal(AlertId.Of("a", "all", Samples.Noon), AlertId.Of("a", "all", Samples.Noon.ToOffset(TimeSpan.FromHours(2))));

    [Fact]
    public void Of_AnyOtherPart_IsAnotherId()
    {
        string[] ids = [AlertId.Of("a", "all", Samples.Noon), AlertId.Of("b", "all", Samples.Noon), AlertId.Of("a", "x", Samples.Noon), AlertId.Of("a", "all", Samples.Noon.AddMinutes(5))];
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(32, id.Length));
    }
}
