namespace SocialListening.CosmosDouble.Batch;

/// <summary>One operation of a batch as it was sent.</summary>
internal sealed class BatchOperation
{
    /// <summary>The service's number for the kind of operation.</summary>
    public BatchOperationKind Kind { get; set; }

    /// <summary>The partition key as JSON: sent by bulk requests, whose operations may differ in it.</summary>
    public string? Key { get; set; }

    public string? Id { get; set; }

    public ReadOnlyMemory<byte> Body { get; set; }

    public string? IfMatch { get; set; }

    public string? IfNoneMatch { get; set; }

    /// <summary>Whether the caller wants no body back.</summary>
    public bool Minimal { get; set; }
}
