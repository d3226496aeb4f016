using System.Globalization;
using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using SocialListening.Functions.Azure;
using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>How the service's answers become the port's values, with the real SDK on canned answers.</summary>
public sealed class AzureStorageQueueTransportTests : IDisposable
{
    private static readonly ReceivedMessage Message = new("m1", "r1", "dGV4dA==", 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private readonly CannedHandler _service = new();

    [Theory]
    [InlineData(400, "PopReceiptMismatch")]
    [InlineData(404, "MessageNotFound")]
    [InlineData(404, "QueueNotFound")]
    [InlineData(409, "Conflict")]
    [InlineData(412, "ConditionNotMet")]
    public async Task DeleteAndRenew_MessageOrReceiptGone_IsRefused(int status, string code)
    {
        _service.Otherwise = () => CannedHandler.Failure(status, code);

        Assert.False(await Transport().DeleteAsync("work", Message, default));
        Assert.Null(await Transport().RenewAsync("work", Message, TimeSpan.FromSeconds(30), default));
    }

    [Theory]
    [InlineData(400, "InvalidQueryParameterValue")]
    [InlineData(403, "AuthenticationFailed")]
    [InlineData(503, "ServerBusy")]
    public async Task AnyCall_ServiceRefuses_Throws(int status, string code)
    {
        _service.Otherwise = () => CannedHandler.Failure(status, code);

        await Assert.ThrowsAsync<RequestFailedException>(() => Transport().DeleteAsync("work", Message, default));
        await Assert.ThrowsAsync<RequestFailedException>(() => Transport().RenewAsync("work", Message, TimeSpan.FromSeconds(30), default));
        await Assert.ThrowsAsync<RequestFailedException>(() => Transport().ReceiveAsync("work", 1, TimeSpan.FromSeconds(30), default));
        await Assert.ThrowsAsync<RequestFailedException>(() => Transport().SendAsync("work", ["dGV4dA=="], TimeSpan.Zero, default));
        await Assert.ThrowsAsync<RequestFailedException>(() => Transport().GetDepthAsync("work", default));
    }

    [Fact]
    public async Task Send_QueueMissing_MakesItOnceAndSendsAgain()
    {
        _service.Next.Enqueue(() => CannedHandler.Failure(404, "QueueNotFound"));
        _service.Next.Enqueue(() => new HttpResponseMessage(HttpStatusCode.Created));
        _service.Otherwise = CannedHandler.Sent;

        await Transport().SendAsync("work", ["YQ==", "Yg=="], TimeSpan.FromSeconds(9), default);

        Assert.Equal(["POST /account/work/messages", "PUT /account/work", "POST /account/work/messages", "POST /account/work/messages"], _service.Calls);
        Assert.Equal(["YQ==", "", "YQ==", "Yg=="], _service.Texts);
        Assert.All(_service.Queries.Where(query => query.Length > 0), query => Assert.Equal("messagettl=604800&visibilitytimeout=9", query));
    }

    [Fact]
    public async Task ReceivePeekAndDepth_QueueMissing_AreEmptyAndMakeNoQueue()
    {
        _service.Otherwise = () => CannedHandler.Failure(404, "QueueNotFound");

        Assert.Empty(await Transport().ReceiveAsync("work", 32, TimeSpan.FromSeconds(30), default));
        Assert.Empty(await Transport().PeekAsync("work", 32, default));
        Assert.Equal(new QueueDepth(0, null), await Transport().GetDepthAsync("work", default));
        Assert.DoesNotContain(_service.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_TextTooLarge_ThrowsBeforeAnyCall()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Transport().SendAsync("work", ["YQ==", new string('A', QueueRules.MaxTextBytes + 1)], TimeSpan.Zero, default));

        Assert.Empty(_service.Calls);
    }

    [Fact]
    public async Task Renew_Message_SendsNoTextAgain()
    {
        _service.Otherwise = () =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.NoContent);
            answer.Headers.Add("x-ms-popreceipt", "r2");
            answer.Headers.Add("x-ms-time-next-visible", "Mon, 02 Mar 2026 09:00:30 GMT");
            return answer;
        };

        var renewed = await Transport().RenewAsync("work", Message, TimeSpan.FromSeconds(30), default);

        Assert.Equal(Message with { Receipt = "r2", NextVisibleAt = new DateTimeOffset(2026, 3, 2, 9, 0, 30, TimeSpan.Zero) }, renewed);
        Assert.Equal([""], _service.Texts);
    }

    public void Dispose() => _service.Dispose();

    private AzureStorageQueueTransport Transport()
    {
        var options = AzureStorageQueueTransport.ClientOptions();
        options.Transport = new HttpClientTransport(_service);
        options.Retry.MaxRetries = 0;
        return new AzureStorageQueueTransport(new QueueServiceClient(new Uri("https://storage.example/account"), options), TimeProvider.System);
    }

    private sealed class CannedHandler : HttpMessageHandler
    {
        public Queue<Func<HttpResponseMessage>> Next { get; } = [];

        public Func<HttpResponseMessage> Otherwise { get; set; } = () => throw new InvalidOperationException("No answer was prepared.");

        public List<string> Calls { get; } = [];

        public List<string> Queries { get; } = [];

        public List<string> Texts { get; } = [];

        public static HttpResponseMessage Failure(int status, string code)
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status);
            answer.Headers.Add("x-ms-error-code", code);
            return answer;
        }

        public static HttpResponseMessage Sent() => new(HttpStatusCode.Created)
        {
            Content = new StringContent("""
                <QueueMessagesList><QueueMessage><MessageId>m1</MessageId><InsertionTime>Mon, 02 Mar 2026 09:00:00 GMT</InsertionTime>
                <ExpirationTime>Mon, 09 Mar 2026 09:00:00 GMT</ExpirationTime><PopReceipt>r1</PopReceipt>
                <TimeNextVisible>Mon, 02 Mar 2026 09:00:00 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>
                """),
        };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            var text = body.Split("<MessageText>") is [_, var rest] ? rest[..rest.IndexOf('<', StringComparison.Ordinal)] : string.Empty;
            Calls.Add(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.AbsolutePath}"));
            Queries.Add(string.Join('&', request.RequestUri.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal)));
            Texts.Add(text);
            return Next.TryDequeue(out var next) ? next() : Otherwise();
        }
    }
}
