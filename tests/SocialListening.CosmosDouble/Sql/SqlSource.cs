namespace SocialListening.CosmosDouble.Sql;

/// <summary>One source of rows: FROM, or a JOIN when it walks an array.</summary>
/// <param name="Name">The name that rows get.</param>
/// <param name="Of">The array to walk or the value to take; null for the container's documents.</param>
/// <param name="Walks">Whether <paramref name="Of"/> is walked item by item.</param>
internal sealed record SqlSource(string Name, SqlExpression? Of, bool Walks)
{
    /// <summary>The rows a row becomes.</summary>
    public IEnumerable<SqlScope> Expand(SqlScope row)
    {
        if (Of is null)
        {
            return [row];
        }

        var value = Of.Evaluate(row);
        return Walks ? value.Items().Select(item => row.With(Name, item))
            : value.IsDefined ? [row.With(Name, value)]
            : [];
    }
}
