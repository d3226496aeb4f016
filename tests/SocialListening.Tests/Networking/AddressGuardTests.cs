using System.Net;
using SocialListening.Networking;

namespace SocialListening.Tests.Networking;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%3")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    public void IsPublic_AddressThatIsNotOnTheInternet_IsFalse(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2002:808:808::")]
    [InlineData("64:ff9b::808:808")]
    public void IsPublic_AddressOfTheInternet_IsTrue(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("http://metadata.localhost/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public void Refusal_AddressThatMustNotBeCalled_GivesAReasonWithoutSecrets(string address)
    {
        var refusal = UrlGuard.Refusal(new Uri(address), allowPrivate: false);

        Assert.NotNull(refusal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/feed?x=1")]
    [InlineData("http://example.org:8080/")]
    [InlineData("https://localhost.example.org/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public void Refusal_PublicAddress_IsNull(string address) => Assert.Null(UrlGuard.Refusal(new Uri(address), allowPrivate: false));

    [Fact]
    public void Refusal_PrivateAllowed_StillRefusesOtherSchemesAndUserInfo()
    {
        Assert.Null(UrlGuard.Refusal(new Uri("http://127.0.0.1:8080/"), allowPrivate: true));
        Assert.NotNull(UrlGuard.Refusal(new Uri("file:///etc/passwd"), allowPrivate: true));
        Assert.NotNull(UrlGuard.Refusal(new Uri("http://u@127.0.0.1/"), allowPrivate: true));
    }
}
