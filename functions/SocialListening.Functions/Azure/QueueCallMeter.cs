using Azure.Core;
using Azure.Core.Pipeline;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Azure;

/// <summary>Counts every attempt of the queue SDK to call the service. The calls of the Functions host, which fetches messages itself, are not among them.</summary>
internal sealed class QueueCallMeter : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Note(message);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        finally
        {
            Note(message);
        }
    }

    private static void Note(HttpMessage message)
    {
        var path = message.Request.Uri.Path ?? string.Empty;
        var messages = path.IndexOf("/messages", StringComparison.Ordinal);
        var (queue, rest) = messages < 0 ? (path, string.Empty) : (path[..messages], path[(messages + "/messages".Length)..]);
        var name = queue[(queue.LastIndexOf('/') + 1)..];
        var method = message.Request.Method;
        var operation = messages < 0
            ? method == RequestMethod.Put ? "create" : "properties"
            : method switch
            {
                _ when method == RequestMethod.Post => "send",
                _ when method == RequestMethod.Put => "renew",
                _ when method == RequestMethod.Delete => rest.Length > 1 ? "delete" : "clear",
                _ => message.Request.Uri.Query?.Contains("peekonly=true", StringComparison.Ordinal) == true ? "peek" : "receive",
            };
        ListeningMetrics.QueueCall(operation, name, message.HasResponse ? message.Response.Status : 0);
        if (message.ProcessingContext.RetryNumber > 0)
        {
            ListeningMetrics.Retried("queue");
        }
    }
}
