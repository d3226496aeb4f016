using SocialListening.CosmosDouble.Batch;
using SocialListening.CosmosDouble.Gateway;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Faults;

/// <summary>Stores the documents of a conditional write once more, as they are, so that their tags no longer match.</summary>
internal static class ConcurrentWriter
{
    /// <summary>Touches what the request's conditions name.</summary>
    public static async Task SlipInAsync(Container container, GatewayRequest request, RequestKind kind)
    {
        if (request[GatewayHeaders.PartitionKey] is not { } header)
        {
            return;
        }

        var key = KeyValue.Parse(header);
        if (kind == RequestKind.Batch)
        {
            foreach (var operation in (await BatchCodec.ReadOperationsAsync(request.Body)).Where(operation => operation.IfMatch is not null))
            {
                Touch(container, key, operation.Id ?? DocumentBody.Parse(operation.Body).Id);
            }
        }
        else if (request[GatewayHeaders.IfMatch] is not null && request.Segments is [_, _, _, _, "docs", var id])
        {
            Touch(container, key, id);
        }
    }

    private static void Touch(Container container, KeyValue key, string id)
    {
        lock (container.Gate)
        {
            if (container.Find(key, id) is { } document)
            {
                container.Store(key, DocumentBody.From(document.Root), document);
            }
        }
    }
}
