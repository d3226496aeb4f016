using SocialListening.CosmosDouble.Gateway;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Batch;

/// <summary>Runs the operations of a batch: as one transaction, or each for itself when the request is a bulk one.</summary>
internal sealed class BatchExecutor(Container container)
{
    /// <summary>The service's limit of operations.</summary>
    public const int MaxOperations = 100;

    /// <summary>The service's limit for the whole request, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const int FailedDependency = 424;

    private readonly DocumentOperations _operations = new(container);

    /// <summary>All or nothing in one logical partition.</summary>
    public IReadOnlyList<BatchResult> RunAtomically(IReadOnlyList<BatchOperation> operations, KeyValue key)
    {
        Check(operations);
        var results = new List<BatchResult>(operations.Count);
        lock (container.Gate)
        {
            container.Atomically(() => operations.All(operation => Take(results, RunOne(operation, key))));
        }

        if (results.Count == operations.Count && results.All(Succeeded))
        {
            return results;
        }

        return [.. operations.Select((_, index) =>
            index == results.Count - 1 ? results[index] : new BatchResult(FailedDependency, index < results.Count ? results[index].Charge : 0))];
    }

    /// <summary>Each operation for itself, with its own key.</summary>
    public IReadOnlyList<BatchResult> RunEach(IReadOnlyList<BatchOperation> operations)
    {
        Check(operations);
        return [.. operations.Select(operation => RunOne(operation, KeyValue.Parse(operation.Key ?? throw GatewayException.BadRequest("An operation of a bulk request lacks its partition key."))))];
    }

    private static bool Succeeded(BatchResult result) => result.Status is (>= 200 and < 300) or 304;

    private static bool Take(List<BatchResult> results, BatchResult result)
    {
        results.Add(result);
        return Succeeded(result);
    }

    private static void Check(IReadOnlyList<BatchOperation> operations)
    {
        if (operations.Count is 0 or > MaxOperations)
        {
            throw GatewayException.BadRequest($"Batch request has {operations.Count} operations; between 1 and {MaxOperations} are supported.");
        }
    }

    private BatchResult RunOne(BatchOperation operation, KeyValue key)
    {
        try
        {
            var outcome = Run(operation, key);
            var body = outcome.Document is { } document && outcome.Succeeded && !(operation.Minimal && operation.Kind != BatchOperationKind.Read) ? document.Body : null;
            return new(outcome.Status, outcome.Charge, outcome.SubStatus, outcome.Document?.ETag, body);
        }
        catch (GatewayException refused)
        {
            return new(refused.Status, RequestUnits.Failed, refused.SubStatus);
        }
    }

    private DocumentOutcome Run(BatchOperation operation, KeyValue key)
    {
        var preconditions = new Preconditions(operation.IfMatch, operation.IfNoneMatch);
        return operation.Kind switch
        {
            BatchOperationKind.Create => _operations.Create(key, DocumentBody.Parse(operation.Body)),
            BatchOperationKind.Upsert => _operations.Upsert(key, DocumentBody.Parse(operation.Body), preconditions),
            BatchOperationKind.Replace => _operations.Replace(key, operation.Id!, DocumentBody.Parse(operation.Body), preconditions),
            BatchOperationKind.Read => _operations.Read(key, operation.Id!, preconditions),
            BatchOperationKind.Delete => _operations.Delete(key, operation.Id!, preconditions),
            BatchOperationKind.Patch => _operations.Patch(key, operation.Id!, DocumentPatch.Parse(operation.Body), preconditions),
            _ => throw GatewayException.BadRequest($"The operation {(int)operation.Kind} is not known in a batch."),
        };
    }
}
