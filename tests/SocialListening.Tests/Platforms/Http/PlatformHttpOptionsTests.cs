using Microsoft.Extensions.Options;
using SocialListening.Networking;
using SocialListening.Platforms.Http;
using SocialListening.Platforms.Rss;

namespace SocialListening.Tests.Platforms.Http;

public sealed class PlatformHttpOptionsTests
{
    [Theory]
    [InlineData("Platforms:Http:AttemptTimeout", "00:00:00")]
    [InlineData("Platforms:Http:MaxRetries", "-1")]
    [InlineData("Platforms:Http:MaxBodyBytes", "10")]
    [InlineData("Platforms:Http:TotalTimeout", "00:00:05")]
    public void Options_OutOfRange_AreRefusedNamingTheSetting(string key, string value)
    {
        using var rig = new PlatformRig((key, value));

        var exception = Assert.Throws<OptionsValidationException>(() => rig.Get<IOptions<PlatformHttpOptions>>().Value);

        Assert.Contains(key[(key.LastIndexOf(':') + 1)..], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OfOtherSections_AreCheckedToo()
    {
        using var rig = new PlatformRig(("Network:UserAgent", "bad\nagent"), ("Platforms:Rss:MinimumInterval", "-00:01:00"));

        Assert.Throws<OptionsValidationException>(() => rig.Get<IOptions<NetworkOptions>>().Value);
        Assert.Throws<OptionsValidationException>(() => rig.Get<IOptions<RssOptions>>().Value);
    }

    [Fact]
    public void Options_Defaults_AreValid()
    {
        using var rig = new PlatformRig();

        Assert.Equal(5 * 1024 * 1024, rig.Get<IOptions<PlatformHttpOptions>>().Value.MaxBodyBytes);
        Assert.False(rig.Get<IOptions<NetworkOptions>>().Value.AllowPrivateAddresses);
    }
}
