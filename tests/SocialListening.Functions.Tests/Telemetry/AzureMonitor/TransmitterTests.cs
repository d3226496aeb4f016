using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using Azure.Monitor.OpenTelemetry.Exporter.Sending;
using SocialListening.Timing;

namespace SocialListening.Functions.Tests.Telemetry.AzureMonitor;

/// <summary>What the stand-in for <c>Azure.Monitor.OpenTelemetry.Exporter</c> does when the service answers this or that.</summary>
public sealed class TransmitterTests : IAsyncLifetime
{
    private readonly VirtualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private TrackServer _server = null!;

    public async Task InitializeAsync() => _server = await TrackServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Send_Lines_PostsThemCompressedToTheTrackAddress()
    {
        Assert.True(Transmitter().Send([Line("a"), Line("b")]));

        var request = Assert.Single(_server.Requests);
        Assert.Equal("/v2.1/track", request.Path);
        Assert.Equal("gzip", request.Headers["Content-Encoding"]);
        Assert.Equal("application/x-json-stream", request.Headers["Content-Type"]);
        Assert.Equal("\"a\"\n\"b\"\n", request.Body);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(439)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void Send_WhenTheServiceCannotTakeItNow_SendsItAgainAfterAPause(int status)
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(status));

        Assert.True(transmitter.Send([Line("a")]));
        Assert.True(transmitter.Send([Line("b")]));
        Assert.Single(_server.Requests);

        Advance(TimeSpan.FromSeconds(10));
        Assert.True(transmitter.Send([Line("c")]));

        Assert.Equal(["\"a\"", "\"a\"", "\"b\"", "\"c\""], Lines());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(413)]
    public void Send_WhenTheServiceWillNeverTakeIt_DropsItAndTellsSo(int status)
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(status));

        Assert.False(transmitter.Send([Line("a")]));
        Assert.True(transmitter.Send([Line("b")]));

        Assert.Equal(["\"a\"", "\"b\""], Lines());
    }

    [Fact]
    public void Send_WithPartialSuccess_SendsOnlyWhatMayYetBeTakenAgain()
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(
            206,
            """{"itemsReceived":5,"itemsAccepted":1,"errors":[{"index":1,"statusCode":429,"message":"m"},{"index":2,"statusCode":400,"message":"m"},{"index":4,"statusCode":503,"message":"m"},{"index":9,"statusCode":500,"message":"m"}]}"""));

        Assert.True(transmitter.Send([Line("a"), Line("b"), Line("c"), Line("d"), Line("e")]));
        Advance(TimeSpan.FromSeconds(10));
        Assert.True(transmitter.Flush());

        Assert.Equal(["\"b\"", "\"e\""], _server.Requests.Last().Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"errors":[{"statusCode":500}]}""")]
    [InlineData("""{"errors":{}}""")]
    public void Send_WithAPartialSuccessThatCannotBeRead_SendsNothingTwice(string body)
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(206, body));

        transmitter.Send([Line("a")]);
        Advance(TimeSpan.FromHours(1));
        transmitter.Flush();

        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("Sun, 01 Mar 2026 12:02:00 GMT")]
    public void Send_WhenToldWhenToComeAgain_DoesNotComeBefore(string retryAfter)
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(429, string.Empty, ("Retry-After", retryAfter)));
        transmitter.Send([Line("a")]);

        Advance(TimeSpan.FromSeconds(119));
        Assert.False(transmitter.Flush());
        Assert.Single(_server.Requests);

        Advance(TimeSpan.FromSeconds(1));
        Assert.True(transmitter.Flush());
        Assert.Equal(["\"a\"", "\"a\""], Lines());
    }

    [Fact]
    public void Send_WhileTheServiceStaysDown_WaitsLongerEachTimeUpToAnHour()
    {
        var transmitter = Transmitter();
        for (var i = 0; i < 60; i++)
        {
            _server.Replies.Enqueue(new TrackReply(503));
        }

        // One batch a second for three hours; each call is the first waiting one.
        for (var second = 0; second < 3 * 3_600; second++)
        {
            transmitter.Send([Line("a")]);
            Advance(TimeSpan.FromSeconds(1));
        }

        // 10, 20, 40 … 2,560 seconds make 5,110; then once an hour.
        Assert.Equal(11, _server.Requests.Count);
    }

    [Fact]
    public void Send_WithoutAnAnswer_KeepsItAndStillEndsTheAppQuickly()
    {
        var transmitter = new Transmitter(Options("InstrumentationKey=x;IngestionEndpoint=http://127.0.0.1:1/"), _clock);

        Assert.True(transmitter.Send([Line("a")]));
        Assert.False(transmitter.Flush());
    }

    [Fact]
    public void Send_WithoutOfflineStorage_KeepsNothing()
    {
        var options = Options(_server.ConnectionString);
        options.DisableOfflineStorage = true;
        var transmitter = new Transmitter(options, _clock);
        _server.Replies.Enqueue(new TrackReply(503));

        Assert.False(transmitter.Send([Line("a")]));
        Advance(TimeSpan.FromMinutes(1));
        Assert.True(transmitter.Send([Line("b")]));

        Assert.Equal(["\"a\"", "\"b\""], Lines());
    }

    [Fact]
    public void Send_WhenMoreWaitsThanThereIsRoomFor_DropsTheOldestFirst()
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(503));
        var sizes = Enumerable.Range(0, 300).Select(i => Line($"{i:000}{new string('x', 40_000)}")).ToArray();

        var whole = sizes.Select(line => transmitter.Send([line])).ToArray();
        Advance(TimeSpan.FromMinutes(1));
        Assert.True(transmitter.Flush());

        var arrived = _server.Requests.Skip(1).SelectMany(request => request.Lines).Select(line => int.Parse(line[1..4], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enumerable.Range(300 - arrived.Length, arrived.Length), arrived);
        Assert.Equal(WaitingCalls.MaxBytes / sizes[0].Length, arrived.Length);
        Assert.True(whole[0]);
        Assert.False(whole[^1]);
    }

    [Fact]
    public void Send_WhatWaitedTwoDays_IsDropped()
    {
        var transmitter = Transmitter();
        _server.Replies.Enqueue(new TrackReply(503));
        transmitter.Send([Line("old")]);

        Advance(TimeSpan.FromHours(49));
        transmitter.Send([Line("new")]);

        Assert.Equal(["\"old\"", "\"new\""], Lines());
    }

    [Fact]
    public void Send_ManyLines_CutsThemIntoCallsAndLeavesOutWhatIsTooLarge()
    {
        var lines = Enumerable.Range(0, 40).Select(i => Line($"{i:000}{new string('x', 60_000)}")).Append(Line(new string('y', 70_000))).ToArray();

        Assert.True(Transmitter().Send(lines));

        Assert.True(_server.Requests.Count >= 3);
        Assert.All(_server.Requests, request => Assert.True(Encoding.UTF8.GetByteCount(request.Body) <= 1_000_000));
        Assert.Equal(40, _server.Requests.Sum(request => request.Lines.Count));
    }

    [Fact]
    public async Task Send_RedirectedByTheService_FollowsAndRemembersTheAddress()
    {
        await using var other = await TrackServer.StartAsync();
        other.Replies.Enqueue(new TrackReply(200, "{}", ("Cache-Control", "max-age=60")));
        _server.Replies.Enqueue(new TrackReply(308, string.Empty, ("Location", $"{other.Address}/v2.1/track")));
        var transmitter = Transmitter();

        transmitter.Send([Line("a")]);
        transmitter.Send([Line("b")]);
        Assert.Single(_server.Requests);
        Advance(TimeSpan.FromSeconds(61));
        transmitter.Send([Line("c")]);

        Assert.Equal(["\"a\"", "\"b\""], other.Requests.SelectMany(request => request.Lines));
        Assert.Equal(["\"a\"", "\"c\""], Lines());
    }

    [Theory]
    [InlineData("", "https://monitor.azure.com//.default")]
    [InlineData(";AADAudience=https://monitor.azure.cn", "https://monitor.azure.cn/.default")]
    public void Send_WithAnIdentity_CarriesItsTokenForAzureMonitor(string audience, string scope)
    {
        var transport = new RecordingTransport();
        var credential = new FixedToken();
        var options = Options($"InstrumentationKey=k;IngestionEndpoint=https://ingestion.example{audience}");
        options.Credential = credential;
        options.Transport = transport;

        Assert.True(new Transmitter(options, _clock).Send([Line("a")]));

        Assert.Equal("Bearer secret-token", transport.Authorization);
        Assert.Equal("https://ingestion.example/v2.1/track", transport.Address);
        Assert.Equal([scope], credential.Scopes);
    }

    [Theory]
    [InlineData("InstrumentationKey=k", "https://dc.services.visualstudio.com/")]
    [InlineData("instrumentationkey=k ; EndpointSuffix = applicationinsights.azure.cn", "https://dc.applicationinsights.azure.cn/")]
    [InlineData("InstrumentationKey=k;EndpointSuffix=.ai.example;Location=westus2", "https://westus2.dc.ai.example/")]
    [InlineData("InstrumentationKey=k;EndpointSuffix=ai.example;IngestionEndpoint=https://in.example/", "https://in.example/")]
    [InlineData("InstrumentationKey=k;IngestionEndpoint=https://in.example", "https://in.example/")]
    public void ConnectionString_OfAnyDocumentedForm_GivesTheEndpoint(string text, string endpoint) =>
        Assert.Equal(endpoint, global::Azure.Monitor.OpenTelemetry.Exporter.Wire.IngestionTarget.Parse(text).Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("IngestionEndpoint=https://in.example")]
    [InlineData("InstrumentationKey=;IngestionEndpoint=https://in.example")]
    [InlineData("InstrumentationKey=k;InstrumentationKey=k")]
    [InlineData("secret")]
    [InlineData("InstrumentationKey=k;IngestionEndpoint=in.example")]
    [InlineData("InstrumentationKey=k;EndpointSuffix=ai.example;Location=west/us")]
    public void ConnectionString_ThatIsWrong_IsRefusedWithoutBeingQuoted(string text)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new Transmitter(Options(text), _clock));

        Assert.StartsWith("Connection String Error: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, refused.Message, StringComparison.Ordinal);
    }

    private static AzureMonitorExporterOptions Options(string connectionString) => new() { ConnectionString = connectionString };

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    private Transmitter Transmitter() => new(Options(_server.ConnectionString), _clock);

    private void Advance(TimeSpan by) => _clock.AdvanceTo(_clock.GetUtcNow() + by);

    private IEnumerable<string> Lines() => _server.Requests.SelectMany(request => request.Lines);

    private sealed class FixedToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("secret-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class RecordingTransport : HttpPipelineTransport
    {
        public string? Authorization { get; private set; }

        public string? Address { get; private set; }

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message)
        {
            Authorization = message.Request.Headers.TryGetValue("Authorization", out var value) ? value : null;
            Address = message.Request.Uri.ToUri().AbsoluteUri;
            message.Response = new TakenResponse();
        }

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Process(message);
            return default;
        }
    }

    private sealed class TakenResponse : global::Azure.Response
    {
        public override int Status => 200;

        public override string ReasonPhrase => "OK";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = string.Empty;

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
