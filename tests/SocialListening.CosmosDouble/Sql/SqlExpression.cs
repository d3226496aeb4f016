namespace SocialListening.CosmosDouble.Sql;

/// <summary>A scalar expression.</summary>
internal abstract record SqlExpression
{
    /// <summary>The parts, for walks over a tree.</summary>
    public virtual IEnumerable<SqlExpression> Parts => [];

    /// <summary>Whether the expression holds an aggregate.</summary>
    public bool HasAggregate => this is SqlAggregate || Parts.Any(part => part.HasAggregate);

    /// <summary>Its value for a row.</summary>
    public abstract SqlValue Evaluate(SqlScope scope);

    /// <summary>The property names from the root, when the expression is a plain path; else null.</summary>
    public virtual IReadOnlyList<string>? Path => null;
}

/// <summary>A literal or a parameter's value.</summary>
internal sealed record SqlLiteral(SqlValue Value) : SqlExpression
{
    public override SqlValue Evaluate(SqlScope scope) => Value;
}

/// <summary>A name that FROM or JOIN gives.</summary>
internal sealed record SqlName(string Name) : SqlExpression
{
    public override IReadOnlyList<string>? Path => [];

    // Over no rows at all an aggregate still has a value, and names have none.
    public override SqlValue Evaluate(SqlScope scope) =>
        scope.TryGet(Name, out var value) ? value
        : scope.Group is { Count: 0 } ? SqlValue.Undefined
        : throw new SqlException($"Identifier '{Name}' could not be resolved.");
}

/// <summary>A property or an item of a value.</summary>
internal sealed record SqlMember(SqlExpression Of, SqlExpression Index) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => [Of, Index];

    public override IReadOnlyList<string>? Path =>
        Of.Path is { } path && Index is SqlLiteral { Value: { Kind: SqlKind.String } name } ? [.. path, name.Text] : null;

    public override SqlValue Evaluate(SqlScope scope)
    {
        var index = Index.Evaluate(scope);
        return index.Kind switch
        {
            SqlKind.String => Of.Evaluate(scope).Property(index.Text),
            SqlKind.Number => Of.Evaluate(scope).Item(index.Number),
            _ => SqlValue.Undefined,
        };
    }
}

/// <summary>An array made in the query.</summary>
internal sealed record SqlArray(IReadOnlyList<SqlExpression> Items) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => Items;

    public override SqlValue Evaluate(SqlScope scope) => SqlValue.Of([.. Items.Select(item => item.Evaluate(scope)).Where(item => item.IsDefined)]);
}

/// <summary>An object made in the query.</summary>
internal sealed record SqlObject(IReadOnlyList<KeyValuePair<string, SqlExpression>> Properties) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => Properties.Select(property => property.Value);

    public override SqlValue Evaluate(SqlScope scope) =>
        SqlValue.Of(Properties.Select(property => KeyValuePair.Create(property.Key, property.Value.Evaluate(scope))).Where(property => property.Value.IsDefined).ToList());
}

/// <summary>One value or another by a condition.</summary>
internal sealed record SqlConditional(SqlExpression If, SqlExpression Then, SqlExpression Else) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => [If, Then, Else];

    public override SqlValue Evaluate(SqlScope scope) => If.Evaluate(scope).IsTrue ? Then.Evaluate(scope) : Else.Evaluate(scope);
}

/// <summary>NOT, or a sign.</summary>
internal sealed record SqlUnary(string Operator, SqlExpression Operand) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => [Operand];

    public override SqlValue Evaluate(SqlScope scope)
    {
        var value = Operand.Evaluate(scope);
        return (Operator, value.Kind) switch
        {
            ("NOT", SqlKind.Boolean) => SqlValue.Of(!value.IsTrue),
            ("-", SqlKind.Number) => SqlValue.Of(-value.Number),
            ("+", SqlKind.Number) => value,
            _ => SqlValue.Undefined,
        };
    }
}

/// <summary>Membership in a list.</summary>
internal sealed record SqlIn(SqlExpression Needle, IReadOnlyList<SqlExpression> Haystack) : SqlExpression
{
    private readonly HashSet<SqlValue>? _constants = Haystack.All(item => item is SqlLiteral)
        ? Haystack.Select(item => ((SqlLiteral)item).Value).ToHashSet(SqlComparer.Instance)
        : null;

    public override IEnumerable<SqlExpression> Parts => [Needle, .. Haystack];

    public override SqlValue Evaluate(SqlScope scope)
    {
        var needle = Needle.Evaluate(scope);
        return !needle.IsDefined ? SqlValue.Undefined
            : SqlValue.Of(_constants?.Contains(needle) ?? Haystack.Any(item => SqlComparer.Instance.Equals(item.Evaluate(scope), needle)));
    }
}

/// <summary>A function of the language.</summary>
internal sealed record SqlCall(string Name, Func<SqlValue[], SqlValue> Function, IReadOnlyList<SqlExpression> Arguments) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => Arguments;

    public override SqlValue Evaluate(SqlScope scope) => Function([.. Arguments.Select(argument => argument.Evaluate(scope))]);
}

/// <summary>A query inside an expression: EXISTS, ARRAY or one value.</summary>
internal sealed record SqlSubquery(string Kind, SqlQuery Query) : SqlExpression
{
    public override SqlValue Evaluate(SqlScope scope)
    {
        var rows = Query.Evaluate([scope]);
        return Kind switch
        {
            "EXISTS" => SqlValue.Of(rows.Any()),
            "ARRAY" => SqlValue.Of([.. rows]),
            _ => rows.FirstOrDefault(),
        };
    }
}
