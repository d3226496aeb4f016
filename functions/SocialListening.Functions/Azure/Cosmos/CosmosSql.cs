using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Puts lists of values into queries.</summary>
internal static class CosmosSql
{
    /// <summary>
    /// Gives a query that ends in <c>IN (…)</c> with one parameter for each value, which the service serves from its index; for
    /// <c>ARRAY_CONTAINS</c> with a parameter it does not promise that.
    /// </summary>
    /// <param name="sql">The query up to and with the property.</param>
    /// <param name="values">The values, at least one.</param>
    public static QueryDefinition In(string sql, IReadOnlyList<string> values)
    {
        var query = new QueryDefinition($"{sql} IN ({string.Join(", ", Enumerable.Range(0, values.Count).Select(i => $"@p{i}"))})");
        for (var i = 0; i < values.Count; i++)
        {
            query.WithParameter($"@p{i}", values[i]);
        }

        return query;
    }
}
