using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using SocialListening.Functions.Azure;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

public sealed class QueueCallMeterTests
{
    [Fact]
    public async Task Calls_OfTheSdk_AreCountedByAttemptOperationAndStatus()
    {
        const string Received = "<QueueMessagesList />";
        using var service = new Answers(
            (HttpStatusCode.ServiceUnavailable, string.Empty),
            (HttpStatusCode.OK, Received),
            (HttpStatusCode.OK, Received),
            (HttpStatusCode.NoContent, string.Empty));
        var options = AzureStorageQueueTransport.ClientOptions();
        options.Transport = new HttpClientTransport(service);
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var connection = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Convert.ToBase64String(new byte[64])};QueueEndpoint=http://127.0.0.1:1/devstoreaccount1;";
        var transport = new AzureStorageQueueTransport(new QueueServiceClient(connection, options), TimeProvider.System);
        using var measured = new MeasuredCalls();

        await transport.ReceiveAsync("meter-test", 16, TimeSpan.FromSeconds(30), default);
        await transport.PeekAsync("meter-test", 1, default);
        await transport.DeleteAsync("meter-test", new("id", "receipt", "text", 1, default, default, default), default);

        Assert.Equal(
            ["queue receive 503", "queue receive 200", "queue peek 200", "queue delete 204"],
            measured.Of("sociallistening.storage.calls", TagNames.Container, "meter-test").Select(call => $"{call.Tags[TagNames.Service]} {call.Tags[TagNames.Operation]} {call.Tags[TagNames.Status]}"));
    }

    private sealed class Answers(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
    {
        private int _next;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, body) = answers[_next++];
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/xml") });
        }
    }
}
