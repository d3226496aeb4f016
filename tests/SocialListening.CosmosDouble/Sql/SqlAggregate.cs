namespace SocialListening.CosmosDouble.Sql;

/// <summary>A value over all rows of a group. Undefined arguments are not counted.</summary>
internal sealed record SqlAggregate(string Name, SqlExpression Argument) : SqlExpression
{
    /// <summary>The aggregates that are known.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "COUNT", "SUM", "MIN", "MAX", "AVG" };

    public override IEnumerable<SqlExpression> Parts => [Argument];

    public override SqlValue Evaluate(SqlScope scope)
    {
        var rows = scope.Group ?? throw new SqlException($"{Name} stands where no rows are grouped.");
        var values = rows.Select(Argument.Evaluate).Where(value => value.IsDefined);
        return Name switch
        {
            "COUNT" => SqlValue.Of(values.Count()),
            "SUM" => Sum(values),
            "AVG" => values.ToList() is { Count: > 0 } list && Sum(list) is { IsDefined: true } sum ? SqlValue.Of(sum.Number / list.Count) : SqlValue.Undefined,
            "MIN" => Extreme(values.Order(SqlComparer.Instance)),
            _ => Extreme(values.OrderDescending(SqlComparer.Instance)),
        };
    }

    // A text, a boolean or null among the values leaves no sum at all.
    private static SqlValue Sum(IEnumerable<SqlValue> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            if (value.Kind != SqlKind.Number)
            {
                return SqlValue.Undefined;
            }

            sum += value.Number;
        }

        return SqlValue.Of(sum);
    }

    private static SqlValue Extreme(IEnumerable<SqlValue> ordered) =>
        ordered.FirstOrDefault() is var value && value.Kind is SqlKind.Array or SqlKind.Object ? SqlValue.Undefined : value;
}
