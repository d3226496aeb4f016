namespace SocialListening.CosmosDouble.Sql;

/// <summary>The functions that the double knows. A wrong kind of argument gives undefined, as in the service.</summary>
internal static class SqlFunctions
{
    private static readonly Dictionary<string, (int Min, int Max, Func<SqlValue[], SqlValue> Function)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IS_DEFINED"] = (1, 1, a => SqlValue.Of(a[0].IsDefined)),
        ["IS_NULL"] = (1, 1, a => Is(a[0], SqlKind.Null)),
        ["IS_BOOL"] = (1, 1, a => Is(a[0], SqlKind.Boolean)),
        ["IS_NUMBER"] = (1, 1, a => Is(a[0], SqlKind.Number)),
        ["IS_STRING"] = (1, 1, a => Is(a[0], SqlKind.String)),
        ["IS_ARRAY"] = (1, 1, a => Is(a[0], SqlKind.Array)),
        ["IS_OBJECT"] = (1, 1, a => Is(a[0], SqlKind.Object)),
        ["IS_PRIMITIVE"] = (1, 1, a => SqlValue.Of(a[0].Kind is SqlKind.Null or SqlKind.Boolean or SqlKind.Number or SqlKind.String)),
        ["ARRAY_CONTAINS"] = (2, 3, ArrayContains),
        ["ARRAY_LENGTH"] = (1, 1, a => a[0].Kind == SqlKind.Array ? SqlValue.Of(a[0].Count) : default),
        ["STARTSWITH"] = (2, 3, a => Test(a, (text, part, how) => text.StartsWith(part, how))),
        ["ENDSWITH"] = (2, 3, a => Test(a, (text, part, how) => text.EndsWith(part, how))),
        ["CONTAINS"] = (2, 3, a => Test(a, (text, part, how) => text.Contains(part, how))),
        ["STRINGEQUALS"] = (2, 3, a => Test(a, string.Equals)),
        ["LOWER"] = (1, 1, a => Text(a[0], text => SqlValue.Of(Lower(text)))),
        ["UPPER"] = (1, 1, a => Text(a[0], text => SqlValue.Of(text.ToUpperInvariant()))),
        ["TRIM"] = (1, 1, a => Text(a[0], text => SqlValue.Of(text.Trim()))),
        ["LENGTH"] = (1, 1, a => Text(a[0], text => SqlValue.Of(text.Length))),
        ["CONCAT"] = (2, 200, a => a.All(value => value.Kind == SqlKind.String) ? SqlValue.Of(string.Concat(a.Select(value => value.Text))) : default),
        ["SUBSTRING"] = (3, 3, Substring),
        ["LEFT"] = (2, 2, a => Substring([a[0], SqlValue.Of(0.0), a[1]])),
        ["INDEX_OF"] = (2, 2, a => a[0].Kind == SqlKind.String && a[1].Kind == SqlKind.String ? SqlValue.Of(a[0].Text.IndexOf(a[1].Text, StringComparison.Ordinal)) : default),
        ["ABS"] = (1, 1, a => Number(a[0], Math.Abs)),
        ["CEILING"] = (1, 1, a => Number(a[0], Math.Ceiling)),
        ["FLOOR"] = (1, 1, a => Number(a[0], Math.Floor)),
        ["ROUND"] = (1, 1, a => Number(a[0], value => Math.Round(value, MidpointRounding.AwayFromZero))),
        ["SQRT"] = (1, 1, a => Number(a[0], Math.Sqrt)),
        ["INTBITAND"] = (2, 2, a => a[0].Kind == SqlKind.Number && a[1].Kind == SqlKind.Number ? SqlValue.Of((long)a[0].Number & (long)a[1].Number) : default),
        ["IIF"] = (3, 3, a => a[0].IsTrue ? a[1] : a[2]),
    };

    /// <summary>A call of a function.</summary>
    /// <exception cref="SqlException">The name is not known or the number of arguments is wrong.</exception>
    public static SqlCall Call(string name, IReadOnlyList<SqlExpression> arguments)
    {
        if (!Known.TryGetValue(name, out var known))
        {
            throw new SqlException($"'{name}' is not a recognized built-in function name.");
        }

        return arguments.Count >= known.Min && arguments.Count <= known.Max
            ? new(name.ToUpperInvariant(), known.Function, arguments)
            : throw new SqlException($"The {name} function requires {known.Min} argument(s).");
    }

#pragma warning disable CA1308 // LOWER is what the language calls it.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    private static SqlValue Is(SqlValue value, SqlKind kind) => SqlValue.Of(value.Kind == kind);

    private static SqlValue Text(SqlValue value, Func<string, SqlValue> function) => value.Kind == SqlKind.String ? function(value.Text) : default;

    private static SqlValue Number(SqlValue value, Func<double, double> function) => value.Kind == SqlKind.Number ? SqlValue.Of(function(value.Number)) : default;

    private static SqlValue Test(SqlValue[] a, Func<string, string, StringComparison, bool> test) =>
        a[0].Kind == SqlKind.String && a[1].Kind == SqlKind.String
            ? SqlValue.Of(test(a[0].Text, a[1].Text, a.Length > 2 && a[2].IsTrue ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            : default;

    private static SqlValue ArrayContains(SqlValue[] a) =>
        a[0].Kind != SqlKind.Array || !a[1].IsDefined ? default
        : SqlValue.Of(a[0].Items().Any(item => SqlComparer.Instance.Equals(item, a[1]) || (a.Length > 2 && a[2].IsTrue && Includes(item, a[1]))));

    // A partial match: every property of the one is in the other.
    private static bool Includes(SqlValue item, SqlValue part) =>
        item.Kind == SqlKind.Object && part.Kind == SqlKind.Object
        && part.Properties().All(property => SqlComparer.Instance.Equals(item.Property(property.Key), property.Value) || Includes(item.Property(property.Key), property.Value));

    private static SqlValue Substring(SqlValue[] a)
    {
        if (a[0].Kind != SqlKind.String || a[1].Kind != SqlKind.Number || a[2].Kind != SqlKind.Number)
        {
            return default;
        }

        var text = a[0].Text;
        var start = (int)Math.Clamp(a[1].Number, 0, text.Length);
        return SqlValue.Of(text.Substring(start, (int)Math.Clamp(a[2].Number, 0, text.Length - start)));
    }
}
