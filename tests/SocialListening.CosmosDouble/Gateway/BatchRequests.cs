using SocialListening.CosmosDouble.Batch;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers transactional batches and bulk requests.</summary>
internal static class BatchRequests
{
    private const int MultiStatus = 207;

    /// <summary>Runs a batch: 200 when every operation took effect, else 207 with the results apart.</summary>
    public static async Task<GatewayResponse> AnswerAsync(Container container, GatewayRequest request)
    {
        if (request.Body.Length > BatchExecutor.MaxBytes)
        {
            throw new GatewayException(413, "Request size is too large");
        }

        var operations = await BatchCodec.ReadOperationsAsync(request.Body);
        if (request[GatewayHeaders.PartitionKeyRangeId] is not null && operations.Any(operation => operation.Key is { } key && container.RangeOf(KeyValue.Parse(key)).Id != RangeId(container, request)))
        {
            throw new GatewayException(410, "An operation belongs to another partition than it was sent to.", 1002);
        }

        var executor = new BatchExecutor(container);
        var results = request.Says(GatewayHeaders.BatchContinueOnError)
            ? executor.RunEach(operations)
            : executor.RunAtomically(operations, KeyValue.Parse(request[GatewayHeaders.PartitionKey] ?? throw GatewayException.BadRequest("A batch needs a partition key.")));
        var status = results.All(result => result.Status is < 300 or 304) ? 200 : MultiStatus;
        return new GatewayResponse(status, await BatchCodec.WriteResultsAsync(results)) { Charge = Math.Round(results.Sum(result => result.Charge), 2) }
            .With(GatewayHeaders.SessionToken, container.SessionToken(RangeId(container, request)));
    }

    private static string RangeId(Container container, GatewayRequest request) =>
        request[GatewayHeaders.PartitionKeyRangeId] is { } named ? named.Split(',')[^1]
        : container.RangeOf(KeyValue.Parse(request[GatewayHeaders.PartitionKey]!)).Id;
}
