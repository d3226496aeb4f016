using SocialListening.CosmosDouble.Resources;
using SocialListening.CosmosDouble.Sql;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>
/// Answers an SDK that does not plan queries itself. Where one physical partition holds all that is asked, or rows need no
/// merging, the plan is to send the query as it is; for the rest the SDK's own planner is needed.
/// </summary>
internal static class QueryPlanRequests
{
    private const string AsItIs =
        """{"partitionedQueryExecutionInfoVersion":2,"queryInfo":{"distinctType":"None","top":null,"offset":null,"limit":null,"orderBy":[],"orderByExpressions":[],"groupByExpressions":[],"groupByAliases":[],"aggregates":[],"groupByAliasToAggregateType":{},"rewrittenQuery":"","hasSelectValue":false,"dCountInfo":null,"hasNonStreamingOrderBy":false},"queryRanges":[{"min":"","max":"FF","isMinInclusive":true,"isMaxInclusive":false}]}""";

    /// <summary>The plan of a query.</summary>
    /// <exception cref="GatewayException">400 when the query is broken or its rows would have to be merged.</exception>
    public static GatewayResponse Answer(Container container, GatewayRequest request)
    {
        try
        {
            var query = QueryRequests.Read(request.Body);
            return container.Ranges.Count == 1 || request[GatewayHeaders.PartitionKey] is not null || !NeedsMerging(query)
                ? new(200, System.Text.Encoding.UTF8.GetBytes(AsItIs))
                : throw GatewayException.BadRequest($"The double plans no query that merges rows of several partitions: set {QueryPlanner.Variable}=true, so that the SDK does.");
        }
        catch (SqlException unreadable)
        {
            throw GatewayException.BadRequest(QueryRequests.SyntaxError(unreadable.Message));
        }
    }

    private static bool NeedsMerging(SqlQuery query) =>
        query.IsAggregate || query.GroupBy is not null || query.Distinct || query.OrderBy.Count > 0 || query.Top is not null || query.Limit is not null;
}
