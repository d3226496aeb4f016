using System.Reflection;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>The SDK reads each operation's charge, but keeps it to itself.</summary>
internal static class BatchResultCharge
{
    public static double RequestCharge(this TransactionalBatchOperationResult result) =>
        (double)typeof(TransactionalBatchOperationResult).GetProperty("RequestCharge", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(result)!;
}
