using System.Text;
using System.Text.Json.Nodes;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers what concerns the account as a whole.</summary>
internal static class AccountRequests
{
    // What the SDK's query planner is configured with.
    private const string QueryEngine =
        """{"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,"maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,"sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlDisableOptimizationFlags":0,"sqlAllowTop":true,"enableSpatialIndexing":true}""";

    private const string Region = "Double";

    /// <summary>The account's properties: one region, session consistency.</summary>
    /// <param name="endpoint">Where the account is reached.</param>
    public static GatewayResponse Read(Uri endpoint)
    {
        JsonArray Locations() => [new JsonObject { ["name"] = Region, ["databaseAccountEndpoint"] = endpoint.ToString() }];
        var account = new JsonObject
        {
            ["_self"] = "",
            ["id"] = "double",
            ["_rid"] = "double",
            ["media"] = "//media/",
            ["addresses"] = "//addresses/",
            ["_dbs"] = "//dbs/",
            ["writableLocations"] = Locations(),
            ["readableLocations"] = Locations(),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Session" },
            ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = QueryEngine,
        };
        return new(200, Encoding.UTF8.GetBytes(account.ToJsonString()));
    }
}
