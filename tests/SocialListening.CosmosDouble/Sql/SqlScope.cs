namespace SocialListening.CosmosDouble.Sql;

/// <summary>What names stand for while an expression is evaluated.</summary>
internal sealed class SqlScope
{
    private readonly SqlScope? _outer;
    private readonly string _name;
    private readonly SqlValue _value;

    private SqlScope(SqlScope? outer, string name, SqlValue value) => (_outer, _name, _value) = (outer, name, value);

    /// <summary>The rows of the group that aggregates run over; null outside of one.</summary>
    public IReadOnlyList<SqlScope>? Group { get; private init; }

    /// <summary>The place, among the container's documents, of the one that the row comes from.</summary>
    public long Number { get; private init; }

    /// <summary>A scope with one name.</summary>
    public static SqlScope Of(string name, SqlValue value, long number = 0) => new(null, name, value) { Number = number };

    /// <summary>This scope and one name more.</summary>
    public SqlScope With(string name, SqlValue value) => new(this, name, value) { Group = Group, Number = Number };

    /// <summary>A scope that stands for a group: names are those of its first row.</summary>
    public static SqlScope OfGroup(IReadOnlyList<SqlScope> rows) =>
        rows.Count == 0 ? new(null, "", default) { Group = rows } : new(rows[0], "", default) { Group = rows };

    /// <summary>The value of a name.</summary>
    public bool TryGet(string name, out SqlValue value)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (string.Equals(scope._name, name, StringComparison.Ordinal))
            {
                value = scope._value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
