using SocialListening.CosmosDouble.Resources;
using SocialListening.CosmosDouble.Sql;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Refuses an order that no index serves, as the service does.</summary>
internal static class QueryIndex
{
    /// <summary>The query, told whether rows without the order's value count.</summary>
    public static SqlQuery Check(IndexingPolicy policy, SqlQuery query)
    {
        var paths = query.OrderBy.Select(order => order.By.Path).ToArray();
        if (paths is [{ } only])
        {
            return policy.Covers(only) ? query with { DropsUnordered = !policy.Names(only) }
                : throw new SqlException("The order-by item is excluded from the index paths.");
        }

        return paths is [] or [null] || policy.Composites.Any(composite => Serves(composite, query.OrderBy)) ? query
            : throw new SqlException("The order by query does not have a corresponding composite index that it can be served from.");
    }

    // The same paths in the same sequence, in the same directions or all of them turned.
    private static bool Serves((string Path, bool Descending)[] composite, IReadOnlyList<SqlOrder> orders) =>
        composite.Length == orders.Count
        && composite.Zip(orders).All(pair => pair.Second.By.Path is { } path && "/" + string.Join('/', path) == pair.First.Path.Replace("\"", "", StringComparison.Ordinal))
        && composite.Zip(orders).Select(pair => pair.First.Descending == pair.Second.Descending).Distinct().Count() == 1;
}
