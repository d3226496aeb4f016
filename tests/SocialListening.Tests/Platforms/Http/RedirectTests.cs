using System.Net;
using System.Net.Http.Headers;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Tests.Platforms.Http;

public sealed class RedirectTests : IDisposable
{
    private const string Start = "https://feeds.example.org/a";

    private readonly PlatformRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://localhost:5000/")]
    [InlineData("https://user:pw@feeds.example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://feeds.example.org/plain")]
    public async Task Send_RedirectToWhereItMustNotGo_IsRefusedForGood(string target)
    {
        _rig.Stub.On(Start, () => To(HttpStatusCode.Found, target));

        var outcome = await SendAsync(Request());

        Assert.Equal(FailureClass.Permanent, outcome.Failure!.Class);
        Assert.StartsWith("the call was not made: ", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Single(_rig.Stub.Seen);
    }

    [Fact]
    public async Task Send_FiveRedirects_AreFollowedASixthIsNot()
    {
        for (var i = 0; i < 5; i++)
        {
            _rig.Stub.On("https://feeds.example.org/", () => To(HttpStatusCode.Found, "/next"));
        }

        _rig.Stub.On("https://feeds.example.org/next", () => Fixture.With(HttpStatusCode.OK, "{}"));
        Assert.Null((await SendAsync(Request())).Failure);

        for (var i = 0; i < 6; i++)
        {
            _rig.Stub.On("https://feeds.example.org/", () => To(HttpStatusCode.Found, "/next"));
        }

        var outcome = await SendAsync(Request());
        Assert.Contains("redirects more than 5 times", outcome.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Stub.Left);
    }

    [Fact]
    public async Task Send_RedirectToAnotherHost_DropsCredentials()
    {
        _rig.Stub.On(Start, () => To(HttpStatusCode.TemporaryRedirect, "https://feeds.example.org/b"))
            .On("https://feeds.example.org/b", () => To(HttpStatusCode.TemporaryRedirect, "https://other.example.net/c"))
            .On("https://other.example.net/c", () => Fixture.With(HttpStatusCode.OK, "{}"));

        var outcome = await SendAsync(Request() with { Authorization = new AuthenticationHeaderValue("Bearer", "T0KEN"), IfNoneMatch = "\"tag\"" });

        Assert.Null(outcome.Failure);
        Assert.Equal("Bearer T0KEN", _rig.Stub.Seen[1].Headers["Authorization"]);
        Assert.False(_rig.Stub.Seen[2].Headers.ContainsKey("Authorization"));
        Assert.False(_rig.Stub.Seen[2].Headers.ContainsKey("If-None-Match"));
        Assert.Equal("SocialListening/1.0", _rig.Stub.Seen[2].Headers["User-Agent"]);
        Assert.Null(outcome.Response!.MovedTo);
    }

    [Fact]
    public async Task Send_PermanentThenTemporaryRedirect_HasMovedToThePermanentTarget()
    {
        _rig.Stub.On(Start, () => To(HttpStatusCode.PermanentRedirect, "https://feeds.example.org/b"))
            .On("https://feeds.example.org/b", () => To(HttpStatusCode.Found, "https://feeds.example.org/c"))
            .On("https://feeds.example.org/c", () => Fixture.With(HttpStatusCode.OK, "{}"));

        var outcome = await SendAsync(Request());

        Assert.Equal("https://feeds.example.org/b", outcome.Response!.MovedTo!.AbsoluteUri);
        Assert.Equal("https://feeds.example.org/c", outcome.Response.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Send_RedirectOfAPost_IsNotFollowed()
    {
        _rig.Stub.On(Start, () => To(HttpStatusCode.TemporaryRedirect, "https://other.example.net/"));

        var outcome = await SendAsync(Request() with { Method = HttpMethod.Post, JsonBody = [] });

        Assert.Contains("feeds.example.org answered 307", outcome.Failure!.Message, StringComparison.Ordinal);
        Assert.Single(_rig.Stub.Seen);
    }

    [Fact]
    public async Task Send_CredentialsOverPlainHttp_AreNotSent()
    {
        var outcome = await SendAsync(Request() with { Uri = new Uri("http://feeds.example.org/"), Authorization = new AuthenticationHeaderValue("Bearer", "T0KEN") });

        Assert.Contains("https only", outcome.Failure!.Message, StringComparison.Ordinal);
        Assert.Empty(_rig.Stub.Seen);
    }

    private Task<HttpOutcome> SendAsync(PlatformRequest request) => _rig.Clock.RunAsync(_rig.Get<PlatformHttpClient>().SendAsync(request, CancellationToken.None));

    private static PlatformRequest Request() => new()
    {
        Profile = new PlatformProfile { Platform = "rss", MinimumSpacing = TimeSpan.Zero },
        Uri = new Uri(Start),
    };

    private static HttpResponseMessage To(HttpStatusCode status, string location)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }
}
