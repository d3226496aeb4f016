namespace SocialListening.CosmosDouble.Batch;

/// <summary>Kinds of operations by the numbers that travel.</summary>
internal enum BatchOperationKind
{
    Create = 0,
    Patch = 1,
    Read = 2,
    Delete = 4,
    Replace = 5,
    Upsert = 20,
}
