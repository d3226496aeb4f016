using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Tests.Platforms.Http;

public sealed class ResilienceTests : IDisposable
{
    private const string Address = "https://api.example.org/x";

    private readonly PlatformRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_ServerErrorsThenGood_RetriesWithGrowingWaits()
    {
        _rig.Stub.On(Address, () => Status(500)).On(Address, () => Status(502)).On(Address, () => Status(503)).On(Address, () => Fixture.With(HttpStatusCode.OK, "{}"));

        var outcome = await SendAsync(Request());

        Assert.Null(outcome.Failure);
        Assert.Equal(4, _rig.Stub.Seen.Count);
        var waits = _rig.Stub.Seen.Zip(_rig.Stub.Seen.Skip(1), (a, b) => b.At - a.At).ToList();
        Assert.All(waits, wait => Assert.True(wait > TimeSpan.Zero));
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Send_ServerErrorsWithoutEnd_GivesUpAfterThreeRetries()
    {
        for (var i = 0; i < 4; i++)
        {
            _rig.Stub.On(Address, () => Status(503));
        }

        var outcome = await SendAsync(Request());

        Assert.Equal(FailureClass.Transient, outcome.Failure!.Class);
        Assert.Contains("api.example.org answered 503", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, _rig.Stub.Seen.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(501)]
    public async Task Send_ErrorThatNoRetryHelps_IsNotRetried(int status)
    {
        _rig.Stub.On(Address, () => Status(status));

        Assert.NotNull((await SendAsync(Request())).Failure);
        Assert.Single(_rig.Stub.Seen);
    }

    [Fact]
    public async Task Send_Post_IsNeverRetried()
    {
        _rig.Stub.On(Address, () => Status(503)).On(Address, (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError));

        await SendAsync(Request() with { Method = HttpMethod.Post, JsonBody = [] });
        await SendAsync(Request() with { Method = HttpMethod.Post, JsonBody = [] });

        Assert.Equal(2, _rig.Stub.Seen.Count);
    }

    [Fact]
    public async Task Send_ShortRetryAfter_IsSatOutExactly()
    {
        _rig.Stub.On(Address, () => Status(429, ("Retry-After", "2"))).On(Address, () => Fixture.With(HttpStatusCode.OK, "{}"));

        Assert.Null((await SendAsync(Request())).Failure);
        Assert.Equal(TimeSpan.FromSeconds(2), _rig.Stub.Seen[1].At - _rig.Stub.Seen[0].At);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Send_LongRetryAfter_FailsAtOnceAndHoldsTheHostUntilThen(int status)
    {
        _rig.Stub.On(Address, () => Status(status, ("Retry-After", "120"))).On(Address, () => Fixture.With(HttpStatusCode.OK, "{}"));
        var began = _rig.Clock.GetUtcNow();

        var throttled = await SendAsync(Request());
        var held = await SendAsync(Request());
        var now = _rig.Clock.GetUtcNow();
        _rig.Clock.Advance(TimeSpan.FromSeconds(120));
        var after = await SendAsync(Request());

        Assert.Equal(FailureClass.Throttle, throttled.Failure!.Class);
        Assert.Equal(began + TimeSpan.FromSeconds(120), throttled.Failure.RetryAt);
        Assert.Equal(throttled.Failure.RetryAt, held.Failure!.RetryAt);
        Assert.Equal(began, now);
        Assert.Null(after.Failure);
        Assert.Equal(2, _rig.Stub.Seen.Count);
    }

    [Fact]
    public async Task Send_ThrottledWithoutATime_LeavesTheHostAloneForAMinute()
    {
        _rig.Stub.On(Address, () => Status(429)).On("https://other.example.org/", () => Fixture.With(HttpStatusCode.OK, "{}"));

        var throttled = await SendAsync(Request());
        var held = await SendAsync(Request());
        var other = await SendAsync(Request() with { Uri = new Uri("https://other.example.org/") });

        Assert.Null(throttled.Failure!.RetryAt);
        Assert.Equal(_rig.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), held.Failure!.RetryAt);
        Assert.Null(other.Failure);
    }

    [Fact]
    public async Task Send_NothingLeftInTheWindow_WaitsForItsEndBeforeTheNextCall()
    {
        var request = Request() with { Profile = new PlatformProfile { Platform = "x", MinimumSpacing = TimeSpan.Zero, RateHeaders = new RateHeaders("X-Left", "X-Reset", ResetForm.DeltaSeconds) } };
        _rig.Stub.On(Address, () => Fixture.With(HttpStatusCode.OK, "{}").With("X-Left", "0").With("X-Reset", "300"));

        Assert.Null((await SendAsync(request)).Failure);
        var held = await SendAsync(request);

        Assert.Equal(FailureClass.Throttle, held.Failure!.Class);
        Assert.Equal(_rig.Clock.GetUtcNow() + TimeSpan.FromMinutes(5), held.Failure.RetryAt);
    }

    [Fact]
    public async Task Send_CallsToOneHost_AreSpacedAndToOthersNot()
    {
        var profile = new PlatformProfile { Platform = "x", MinimumSpacing = TimeSpan.FromSeconds(1) };
        for (var i = 0; i < 3; i++)
        {
            _rig.Stub.On(i == 2 ? "https://other.example.org/" : Address, () => Fixture.With(HttpStatusCode.OK, "{}"));
        }

        await SendAsync(Request() with { Profile = profile });
        await SendAsync(Request() with { Profile = profile });
        await SendAsync(Request() with { Profile = profile, Uri = new Uri("https://other.example.org/") });

        Assert.Equal(TimeSpan.FromSeconds(1), _rig.Stub.Seen[1].At - _rig.Stub.Seen[0].At);
        Assert.Equal(_rig.Stub.Seen[1].At, _rig.Stub.Seen[2].At);
    }

    [Fact]
    public async Task Send_HostThatKeepsFailing_OpensItsBreakerAloneAndClosesItLater()
    {
        for (var i = 0; i < 8; i++)
        {
            _rig.Stub.On(Address, () => Status(500));
        }

        await SendAsync(Request());
        await SendAsync(Request());
        var broken = await SendAsync(Request());
        var seen = _rig.Stub.Seen.Count;
        _rig.Stub.On("https://other.example.org/", () => Fixture.With(HttpStatusCode.OK, "{}")).On(Address, () => Fixture.With(HttpStatusCode.OK, "{}"));
        var other = await SendAsync(Request() with { Uri = new Uri("https://other.example.org/") });
        _rig.Clock.AdvanceTo(broken.Failure!.RetryAt!.Value);
        var closed = await SendAsync(Request());

        Assert.Equal(8, seen);
        Assert.Equal(FailureClass.Transient, broken.Failure.Class);
        Assert.Contains("left alone until", broken.Failure.Message, StringComparison.Ordinal);
        Assert.Null(other.Failure);
        Assert.Null(closed.Failure);
    }

    [Fact]
    public async Task Send_HostThatNeverAnswers_TimesOutEachAttemptAndTheWholeCall()
    {
        for (var i = 0; i < 4; i++)
        {
            _rig.Stub.On(Address, NeverAsync);
        }

        var began = _rig.Clock.GetUtcNow();
        var outcome = await SendAsync(Request());

        Assert.Equal(FailureClass.Transient, outcome.Failure!.Class);
        Assert.Contains("api.example.org did not answer within 60 s", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(60), _rig.Clock.GetUtcNow() - began);
        Assert.InRange(_rig.Stub.Seen.Count, 2, 3);
    }

    [Fact]
    public async Task Send_CallerCancels_ThrowsAndIsNotAFailure()
    {
        using var cancel = new CancellationTokenSource();
        _rig.Stub.On(Address, NeverAsync);
        var call = _rig.Get<PlatformHttpClient>().SendAsync(Request(), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    public static TheoryData<Exception, FailureClass, string, int> NetworkFailures => new()
    {
        { new HttpRequestException(HttpRequestError.NameResolutionError), FailureClass.Transient, "cannot be found by DNS", 4 },
        { new HttpRequestException(HttpRequestError.Unknown, "x", new SocketException((int)SocketError.HostNotFound)), FailureClass.Transient, "cannot be found by DNS", 4 },
        { new HttpRequestException(HttpRequestError.ConnectionError), FailureClass.Transient, "cannot be reached", 4 },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException()), FailureClass.Permanent, "TLS", 1 },
        { new HttpIOException(HttpRequestError.ResponseEnded), FailureClass.Transient, "broke off", 4 },
        { new InvalidDataException("bad gzip"), FailureClass.Transient, "broke off", 4 },
    };

    [Theory]
    [MemberData(nameof(NetworkFailures))]
    public async Task Send_NetworkFailure_SaysWhichHostAndWhatToDo(Exception exception, FailureClass expected, string words, int attempts)
    {
        for (var i = 0; i < attempts; i++)
        {
            _rig.Stub.On(Address, (_, _) => throw exception);
        }

        var outcome = await SendAsync(Request());

        Assert.Equal(expected, outcome.Failure!.Class);
        Assert.StartsWith("api.example.org ", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(attempts, _rig.Stub.Seen.Count);
    }

    [Fact]
    public async Task Send_BodyOfTenMegabytes_FailsNamingTheLimit()
    {
        _rig.Stub.On(Address, () => Fixture.With(HttpStatusCode.OK, new byte[10 * 1024 * 1024], "application/json"));

        var outcome = await SendAsync(Request());

        Assert.Equal(FailureClass.Permanent, outcome.Failure!.Class);
        Assert.Contains("more than 5120 KiB", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("Platforms:Http:MaxBodyBytes", outcome.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><html></html>", "a web page instead of JSON")]
    [InlineData("application/json", "  <html><body>login</body></html>", "a web page instead of JSON")]
    [InlineData("image/png", "x", "image/png instead of JSON")]
    [InlineData("text/plain; charset=utf-8", "Invalid query", "text/plain instead of JSON")]
    public async Task Send_WrongContentType_SaysWhatCameInstead(string contentType, string body, string words)
    {
        _rig.Stub.On(Address, () => Fixture.With(HttpStatusCode.OK, body, contentType));

        var outcome = await SendAsync(Request());

        Assert.Contains(words, outcome.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Invalid query", outcome.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AnyFailure_KeepsSecretsOutOfMessagesLogsAndTextForms()
    {
        var request = Request() with
        {
            Uri = new Uri(Address + "?access_token=S3CRET"),
            Authorization = new AuthenticationHeaderValue("Bearer", "S3CRET"),
            Method = HttpMethod.Post,
            JsonBody = "S3CRET"u8.ToArray(),
        };
        var text = request.ToString();
        foreach (var status in new[] { 200, 400, 401, 403, 404, 410, 422, 418, 500, 429 })
        {
            _rig.Stub.On(Address, () => Status(status, ("Location", "https://x.example.org/?S3CRET"), ("WWW-Authenticate", "S3CRET")));
            var outcome = await SendAsync(request);
            text += outcome.ToString() + outcome.Failure + outcome.Response;
        }

        Assert.DoesNotContain("S3CRET", text + _rig.Log.AllText, StringComparison.Ordinal);
        Assert.Contains("api.example.org", _rig.Log.AllText, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> NeverAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException();
    }

    private Task<HttpOutcome> SendAsync(PlatformRequest request) => _rig.Clock.RunAsync(_rig.Get<PlatformHttpClient>().SendAsync(request, CancellationToken.None));

    private static PlatformRequest Request() => new()
    {
        Profile = new PlatformProfile { Platform = "x", MinimumSpacing = TimeSpan.Zero },
        Uri = new Uri(Address),
    };

    private static HttpResponseMessage Status(int status, params (string Name, string Value)[] headers)
    {
        var response = Fixture.With((HttpStatusCode)status, """{"error":"S3CRET"}""");
        foreach (var (name, value) in headers)
        {
            response.With(name, value);
        }

        return response;
    }
}
