using System.Globalization;

namespace SocialListening.CosmosDouble.Sql;

/// <summary>Reads the query language by recursive descent.</summary>
internal sealed class SqlParser(string sql, IReadOnlyDictionary<string, SqlValue> parameters)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "GROUP", "ORDER", "BY", "JOIN", "IN", "AND", "OR", "NOT", "BETWEEN", "AS", "TOP", "VALUE", "DISTINCT",
        "OFFSET", "LIMIT", "ASC", "DESC", "LIKE", "EXISTS", "ARRAY", "TRUE", "FALSE", "NULL", "UNDEFINED", "ESCAPE",
    };

    private static readonly string[][] Levels = [["=", "!=", "<>", "<", "<=", ">", ">="], ["||"], ["+", "-"], ["*", "/", "%"]];

    private readonly List<SqlToken> _tokens = SqlLexer.Read(sql);
    private int _at;

    private SqlToken Current => _tokens[_at];

    /// <summary>Reads the whole text as one query.</summary>
    public SqlQuery ReadWhole()
    {
        var query = ReadQuery(inner: false);
        return Current.Kind == SqlTokenKind.End ? query : throw Unexpected();
    }

    private SqlQuery ReadQuery(bool inner)
    {
        Expect("SELECT");
        var distinct = Take("DISTINCT");
        long? top = Take("TOP") ? ReadCount() : null;
        // The list can only be read once the sources are known, since * stands for one of them.
        var (star, value, list) = ReadSelect();
        var sources = Take("FROM") ? ReadSources(inner) : [];
        var where = Take("WHERE") ? ReadExpression() : null;
        var groupBy = Take("GROUP") ? ReadGroupBy() : null;
        var orderBy = Take("ORDER") ? ReadOrderBy() : [];
        var (offset, limit) = ReadOffsetLimit();
        var select = star ? new SqlName(sources is [var only] ? only.Name : throw new SqlException("'SELECT *' is only valid with a single input set."))
            : value ?? new SqlObject(list);
        return new()
        {
            Sources = sources,
            Select = select,
            Where = where,
            GroupBy = groupBy,
            OrderBy = orderBy,
            Distinct = distinct,
            Top = top,
            Offset = offset,
            Limit = limit,
        };
    }

    private (bool Star, SqlExpression? Value, List<KeyValuePair<string, SqlExpression>> List) ReadSelect()
    {
        if (Take("*"))
        {
            return (true, null, []);
        }

        if (Take("VALUE"))
        {
            return (false, ReadExpression(), []);
        }

        var list = new List<KeyValuePair<string, SqlExpression>>();
        do
        {
            var expression = ReadExpression();
            list.Add(KeyValuePair.Create(ReadAlias() ?? NameOf(expression) ?? $"${list.Count(item => item.Key[0] == '$') + 1}", expression));
        }
        while (Take(","));
        return (false, null, list);
    }

    private static string? NameOf(SqlExpression expression) => expression switch
    {
        SqlName name => name.Name,
        SqlMember { Index: SqlLiteral { Value: { Kind: SqlKind.String } text } } => text.Text,
        _ => null,
    };

    private string? ReadAlias()
    {
        var named = Take("AS");
        if (Current.Kind == SqlTokenKind.Name && !Reserved.Contains(Current.Text))
        {
            return Next().Text;
        }

        return named ? throw Unexpected() : null;
    }

    private List<SqlSource> ReadSources(bool inner)
    {
        var sources = new List<SqlSource> { ReadSource(first: !inner) };
        while (Take("JOIN"))
        {
            sources.Add(ReadSource(first: false));
        }

        return sources;
    }

    private SqlSource ReadSource(bool first)
    {
        if (Current.Kind == SqlTokenKind.Name && !Reserved.Contains(Current.Text) && _tokens[_at + 1].Is("IN"))
        {
            var name = Next().Text;
            Expect("IN");
            return new(name, Rooted(ReadPostfix(), first), Walks: true);
        }

        var of = ReadPostfix();
        var alias = ReadAlias() ?? NameOf(of) ?? throw new SqlException("A source needs a name.");
        // FROM names the documents: any name, or root.
        return first && of is SqlName ? new(alias, new SqlName(SqlQuery.Document), Walks: false) : new(alias, Rooted(of, first), Walks: false);
    }

    // `FROM m IN c.list` starts at the documents, whatever they are called.
    private static SqlExpression Rooted(SqlExpression expression, bool first) => (first, expression) switch
    {
        (true, SqlName) => new SqlName(SqlQuery.Document),
        (true, SqlMember member) => member with { Of = Rooted(member.Of, first) },
        _ => expression,
    };

    private List<SqlExpression> ReadGroupBy()
    {
        Expect("BY");
        return ReadList();
    }

    private List<SqlOrder> ReadOrderBy()
    {
        Expect("BY");
        var orders = new List<SqlOrder>();
        do
        {
            var by = ReadExpression();
            var descending = Take("DESC");
            if (!descending)
            {
                Take("ASC");
            }

            orders.Add(new(by, descending));
        }
        while (Take(","));
        return orders;
    }

    private (long Offset, long? Limit) ReadOffsetLimit()
    {
        if (!Take("OFFSET"))
        {
            return (0, null);
        }

        var offset = ReadCount();
        Expect("LIMIT");
        return (offset, ReadCount());
    }

    private long ReadCount() =>
        ReadPrimary() is SqlLiteral { Value: { Kind: SqlKind.Number, Number: >= 0 } value } ? (long)value.Number : throw new SqlException("A count must be a whole number.");

    private List<SqlExpression> ReadList()
    {
        var list = new List<SqlExpression> { ReadExpression() };
        while (Take(","))
        {
            list.Add(ReadExpression());
        }

        return list;
    }

    private SqlExpression ReadExpression()
    {
        var condition = ReadCoalesce();
        if (!Take("?"))
        {
            return condition;
        }

        var then = ReadExpression();
        Expect(":");
        return new SqlConditional(condition, then, ReadExpression());
    }

    private SqlExpression ReadCoalesce()
    {
        var left = ReadOr();
        return Take("??") ? new SqlBinary("??", left, ReadCoalesce()) : left;
    }

    private SqlExpression ReadOr()
    {
        var left = ReadAnd();
        while (Take("OR"))
        {
            left = new SqlBinary("OR", left, ReadAnd());
        }

        return left;
    }

    private SqlExpression ReadAnd()
    {
        var left = ReadNot();
        while (Take("AND"))
        {
            left = new SqlBinary("AND", left, ReadNot());
        }

        return left;
    }

    private SqlExpression ReadNot() => Take("NOT") ? new SqlUnary("NOT", ReadNot()) : ReadPredicate();

    private SqlExpression ReadPredicate()
    {
        var left = ReadBinary(0);
        var negated = Take("NOT");
        SqlExpression? predicate = null;
        if (Take("IN"))
        {
            Expect("(");
            predicate = new SqlIn(left, ReadList());
            Expect(")");
        }
        else if (Take("BETWEEN"))
        {
            var low = ReadBinary(0);
            Expect("AND");
            predicate = new SqlBinary("AND", new SqlBinary(">=", left, low), new SqlBinary("<=", left, ReadBinary(0)));
        }
        else if (Take("LIKE"))
        {
            predicate = SqlLike.Create(left, ReadBinary(0));
        }

        return predicate is null ? negated ? throw Unexpected() : left
            : negated ? new SqlUnary("NOT", predicate) : predicate;
    }

    private SqlExpression ReadBinary(int level)
    {
        if (level == Levels.Length)
        {
            return ReadUnary();
        }

        var left = ReadBinary(level + 1);
        while (Current.Kind == SqlTokenKind.Symbol && Levels[level].Contains(Current.Text))
        {
            var symbol = Next().Text;
            left = new SqlBinary(symbol == "<>" ? "!=" : symbol, left, ReadBinary(level + 1));
        }

        return left;
    }

    private SqlExpression ReadUnary() => Take("-") ? Negate(ReadUnary()) : Take("+") ? ReadUnary() : ReadPostfix();

    private static SqlExpression Negate(SqlExpression operand) =>
        operand is SqlLiteral { Value: { Kind: SqlKind.Number } value } ? new SqlLiteral(SqlValue.Of(-value.Number)) : new SqlUnary("-", operand);

    private SqlExpression ReadPostfix()
    {
        var expression = ReadPrimary();
        while (true)
        {
            if (Take("."))
            {
                expression = new SqlMember(expression, new SqlLiteral(SqlValue.Of(Next(SqlTokenKind.Name).Text)));
            }
            else if (Take("["))
            {
                expression = new SqlMember(expression, ReadExpression());
                Expect("]");
            }
            else
            {
                return expression;
            }
        }
    }

    private SqlExpression ReadPrimary()
    {
        var token = Next();
        return token.Kind switch
        {
            SqlTokenKind.Number => new SqlLiteral(SqlValue.Of(ReadNumber(token))),
            SqlTokenKind.Text => new SqlLiteral(SqlValue.Of(token.Text)),
            SqlTokenKind.Parameter => new SqlLiteral(parameters.TryGetValue(token.Text, out var value) ? value : throw new SqlException($"The parameter {token.Text} has no value.")),
            SqlTokenKind.Name => ReadNamed(token),
            SqlTokenKind.Symbol => ReadBracketed(token),
            _ => throw Unexpected(token),
        };
    }

    private SqlExpression ReadNamed(SqlToken token)
    {
        switch (token.Text.ToUpperInvariant())
        {
            case "TRUE": return new SqlLiteral(SqlValue.Of(true));
            case "FALSE": return new SqlLiteral(SqlValue.Of(false));
            case "NULL": return new SqlLiteral(SqlValue.Null);
            case "UNDEFINED": return new SqlLiteral(SqlValue.Undefined);
            case "EXISTS" or "ARRAY" when Current.Is("("): return ReadSubquery(token.Text.ToUpperInvariant());
        }

        if (Take("("))
        {
            var arguments = Current.Is(")") ? [] : ReadList();
            Expect(")");
            return SqlAggregate.Names.Contains(token.Text) && arguments is [var argument]
                ? new SqlAggregate(token.Text.ToUpperInvariant(), argument)
                : SqlFunctions.Call(token.Text, arguments);
        }

        return Reserved.Contains(token.Text) ? throw Unexpected(token) : new SqlName(token.Text);
    }

    private SqlSubquery ReadSubquery(string kind)
    {
        Expect("(");
        var query = ReadQuery(inner: true);
        Expect(")");
        return new(kind, query);
    }

    private SqlExpression ReadBracketed(SqlToken token)
    {
        switch (token.Text)
        {
            case "(" when Current.Is("SELECT"):
                var query = ReadQuery(inner: true);
                Expect(")");
                return new SqlSubquery("ONE", query);
            case "(":
                var expression = ReadExpression();
                Expect(")");
                return expression;
            case "[":
                var items = Current.Is("]") ? [] : ReadList();
                Expect("]");
                return new SqlArray(items);
            case "{":
                return ReadObject();
            default:
                throw Unexpected(token);
        }
    }

    private SqlObject ReadObject()
    {
        var properties = new List<KeyValuePair<string, SqlExpression>>();
        while (!Take("}"))
        {
            if (properties.Count > 0)
            {
                Expect(",");
            }

            var name = Next();
            if (name.Kind is not (SqlTokenKind.Text or SqlTokenKind.Name))
            {
                throw Unexpected(name);
            }

            Expect(":");
            properties.Add(KeyValuePair.Create(name.Text, ReadExpression()));
        }

        return new(properties);
    }

    private static double ReadNumber(SqlToken token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new SqlException($"'{token.Text}' is not a number.");

    private bool Take(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
        {
            throw Unexpected();
        }
    }

    private SqlToken Next() => _tokens[Current.Kind == SqlTokenKind.End ? _at : _at++];

    private SqlToken Next(SqlTokenKind kind) => Current.Kind == kind ? Next() : throw Unexpected();

    private SqlException Unexpected() => Unexpected(Current);

    private static SqlException Unexpected(SqlToken token) =>
        new(token.Kind == SqlTokenKind.End ? "Syntax error, the query ends too early." : $"Syntax error, incorrect syntax near '{token.Text}' at {token.Position}.");
}
