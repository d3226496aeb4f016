namespace SocialListening.CosmosDouble.Sql;

/// <summary>An operator between two values. Where kinds do not fit, the result is undefined; equality between kinds is false.</summary>
internal sealed record SqlBinary(string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => [Left, Right];

    public override SqlValue Evaluate(SqlScope scope)
    {
        var left = Left.Evaluate(scope);
        switch (Operator)
        {
            case "AND" when left.Kind == SqlKind.Boolean && !left.IsTrue: return left;
            case "OR" when left.IsTrue: return left;
            case "??" when left.IsDefined: return left;
        }

        var right = Right.Evaluate(scope);
        return Operator switch
        {
            "AND" => And(left, right),
            "OR" => Or(left, right),
            "??" => right,
            "=" or "!=" => left.IsDefined && right.IsDefined ? SqlValue.Of(SqlComparer.Instance.Equals(left, right) == (Operator == "=")) : SqlValue.Undefined,
            "<" or "<=" or ">" or ">=" => Order(left, right),
            "||" => left.Kind == SqlKind.String && right.Kind == SqlKind.String ? SqlValue.Of(left.Text + right.Text) : SqlValue.Undefined,
            _ => Compute(left, right),
        };
    }

    private static SqlValue And(SqlValue left, SqlValue right) =>
        right.Kind == SqlKind.Boolean && !right.IsTrue ? right
        : left.IsTrue && right.IsTrue ? left
        : SqlValue.Undefined;

    private static SqlValue Or(SqlValue left, SqlValue right) =>
        right.IsTrue ? right
        : left.Kind == SqlKind.Boolean && right.Kind == SqlKind.Boolean ? left
        : SqlValue.Undefined;

    private SqlValue Order(SqlValue left, SqlValue right)
    {
        if (left.Kind != right.Kind || left.Kind is SqlKind.Undefined or SqlKind.Array or SqlKind.Object)
        {
            return SqlValue.Undefined;
        }

        var order = SqlComparer.Instance.Compare(left, right);
        return SqlValue.Of(Operator switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
    }

    private SqlValue Compute(SqlValue left, SqlValue right) =>
        left.Kind != SqlKind.Number || right.Kind != SqlKind.Number ? SqlValue.Undefined : SqlValue.Of(Operator switch
        {
            "+" => left.Number + right.Number,
            "-" => left.Number - right.Number,
            "*" => left.Number * right.Number,
            "/" => left.Number / right.Number,
            _ => left.Number % right.Number,
        });
}
