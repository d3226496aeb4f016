namespace SocialListening.CosmosDouble.Sql;

/// <summary>Order and equality of values across kinds: undefined, null, false, true, numbers, texts by code point, arrays, objects.</summary>
internal sealed class SqlComparer : IComparer<SqlValue>, IEqualityComparer<SqlValue>
{
    public static SqlComparer Instance { get; } = new();

    public int Compare(SqlValue x, SqlValue y)
    {
        if (x.Kind != y.Kind)
        {
            return x.Kind.CompareTo(y.Kind);
        }

        return x.Kind switch
        {
            SqlKind.Boolean or SqlKind.Number => x.Number.CompareTo(y.Number),
            SqlKind.String => string.CompareOrdinal(x.Text, y.Text),
            SqlKind.Array => Compare([.. x.Items()], [.. y.Items()]),
            SqlKind.Object => Compare(Flat(x), Flat(y)),
            _ => 0,
        };
    }

    public bool Equals(SqlValue x, SqlValue y) => Compare(x, y) == 0;

    public int GetHashCode(SqlValue obj) => obj.Kind switch
    {
        SqlKind.Boolean or SqlKind.Number => HashCode.Combine(obj.Kind, obj.Number),
        SqlKind.String => obj.Text.GetHashCode(StringComparison.Ordinal),
        SqlKind.Array => obj.Items().Aggregate(17, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
        SqlKind.Object => Flat(obj).Aggregate(19, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
        _ => (int)obj.Kind,
    };

    // Objects are equal whatever the order of their properties.
    private static SqlValue[] Flat(SqlValue value) =>
        [.. value.Properties().OrderBy(property => property.Key, StringComparer.Ordinal).SelectMany(property => new[] { SqlValue.Of(property.Key), property.Value })];

    private int Compare(SqlValue[] x, SqlValue[] y)
    {
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (Compare(x[i], y[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return x.Length.CompareTo(y.Length);
    }
}
