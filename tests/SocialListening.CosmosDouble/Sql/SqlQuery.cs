using System.Text.Json;

namespace SocialListening.CosmosDouble.Sql;

/// <summary>A query, ready to run over documents.</summary>
internal sealed record SqlQuery
{
    /// <summary>The name under which a row carries its document.</summary>
    public const string Document = "\0document";

    /// <summary>The sources, the documents first.</summary>
    public required IReadOnlyList<SqlSource> Sources { get; init; }

    /// <summary>What each result is; null for the whole row.</summary>
    public required SqlExpression Select { get; init; }

    public SqlExpression? Where { get; init; }

    public IReadOnlyList<SqlExpression>? GroupBy { get; init; }

    public IReadOnlyList<SqlOrder> OrderBy { get; init; } = [];

    public bool Distinct { get; init; }

    public long? Top { get; init; }

    public long Offset { get; init; }

    public long? Limit { get; init; }

    /// <summary>Whether rows missing the only order key are left out, as the service does unless their path is indexed by name.</summary>
    public bool DropsUnordered { get; init; }

    /// <summary>Where an ordered query starts again; null for its beginning.</summary>
    public SqlResume? Resume { get; init; }

    /// <summary>The ids of the only documents that can pass, where the condition names them; null when it does not.</summary>
    public IReadOnlySet<string>? Ids => Sources is [{ Of: SqlName { Name: Document }, Walks: false }] && Where is not null ? IdsIn(Where) : null;

    /// <summary>Whether the result is one over all rows, even over none.</summary>
    public bool IsAggregate => Select.HasAggregate && GroupBy is null;

    /// <summary>Reads a query.</summary>
    /// <exception cref="SqlException">The text is broken or asks for what is not known.</exception>
    public static SqlQuery Parse(string sql, IReadOnlyDictionary<string, SqlValue> parameters) => new SqlParser(sql, parameters).ReadWhole();

    /// <summary>Reads the condition of a patch: `FROM c WHERE …`.</summary>
    public static SqlQuery ParseCondition(string condition) => Parse($"SELECT VALUE true {condition}", new Dictionary<string, SqlValue>());

    /// <summary>Whether a document passes.</summary>
    public bool Matches(JsonElement document) => Evaluate([SqlScope.Of(Document, SqlValue.Of(document))]).Any();

    /// <summary>The results over documents in the order of their numbers.</summary>
    /// <param name="documents">Documents with their numbers.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    public IEnumerable<SqlResult> Run(IEnumerable<(JsonElement Root, long Number)> documents, SqlPosition? after)
    {
        IEnumerable<SqlScope> scopes = Sources is [] ? [SqlScope.Of(Document, SqlValue.Undefined)]
            : documents.Select(document => SqlScope.Of(Document, SqlValue.Of(document.Root), document.Number));
        return IsAggregate || GroupBy is not null || Distinct ? Numbered(Evaluate(scopes), after) : Placed(scopes, after);
    }

    /// <summary>The results over rows that already carry names.</summary>
    public IEnumerable<SqlValue> Evaluate(IEnumerable<SqlScope> scopes)
    {
        var results = Rows(scopes).Select(row => Select.Evaluate(row.Scope)).Where(result => result.IsDefined);
        if (Distinct)
        {
            results = results.Distinct(SqlComparer.Instance);
        }

        return results.Skip(Cut(Offset)).Take(Cut(Most));
    }

    private long Most => Math.Min(Top ?? long.MaxValue, Limit ?? long.MaxValue);

    private static IReadOnlySet<string>? IdsIn(SqlExpression condition) => condition switch
    {
        SqlBinary { Operator: "AND" } both => IdsIn(both.Left) ?? IdsIn(both.Right),
        SqlBinary { Operator: "=" } equal when equal.Left.Path is ["id"] && equal.Right is SqlLiteral literal => Texts([literal]),
        SqlIn within when within.Needle.Path is ["id"] && within.Haystack.All(item => item is SqlLiteral) => Texts(within.Haystack.Cast<SqlLiteral>()),
        _ => null,
    };

    private static HashSet<string> Texts(IEnumerable<SqlLiteral> literals) =>
        literals.Where(literal => literal.Value.Kind == SqlKind.String).Select(literal => literal.Value.Text).ToHashSet(StringComparer.Ordinal);

    private static int Cut(long count) => (int)Math.Min(count, int.MaxValue);

    private static IEnumerable<SqlResult> Numbered(IEnumerable<SqlValue> results, SqlPosition? after)
    {
        var given = after?.Given ?? 0;
        return results.Skip(given).Select((value, index) => new SqlResult(value, new(given + index + 1, null, 0, 0)));
    }

    private IEnumerable<SqlResult> Placed(IEnumerable<SqlScope> scopes, SqlPosition? after)
    {
        // An offset is behind once a page was given.
        var (given, skip) = (after?.Given ?? 0, after is null ? Offset : 0);
        var last = new SqlPosition(0, null, -1, 0);
        foreach (var row in Rows(scopes))
        {
            var same = last.Keys is not null && last.Number == row.Scope.Number && Compare(last.Keys, row.Keys) == 0;
            last = new(given, row.Keys, row.Scope.Number, same ? last.Ordinal + 1 : 1);
            if ((after is null || IsPast(last, after)) && Select.Evaluate(row.Scope) is { IsDefined: true } value && skip-- <= 0)
            {
                if (given >= Most)
                {
                    yield break;
                }

                yield return new(value, last with { Given = ++given });
            }
        }
    }

    private bool IsPast(SqlPosition row, SqlPosition after) =>
        Compare(row.Keys!, after.Keys!) is not 0 and var order ? order > 0
        : row.Number != after.Number ? row.Number > after.Number
        : row.Ordinal > after.Ordinal;

    private IEnumerable<SqlRow> Rows(IEnumerable<SqlScope> rows)
    {
        foreach (var source in Sources)
        {
            rows = rows.SelectMany(source.Expand);
        }

        if (Where is not null)
        {
            rows = rows.Where(row => Where.Evaluate(row).IsTrue);
        }

        return Ordered(Grouped(rows));
    }

    private IEnumerable<SqlScope> Grouped(IEnumerable<SqlScope> rows)
    {
        if (IsAggregate)
        {
            return [SqlScope.OfGroup([.. rows])];
        }

        return GroupBy is null
            ? rows
            : rows.GroupBy(row => SqlValue.Of([.. GroupBy.Select(by => by.Evaluate(row))]), SqlComparer.Instance).Select(group => SqlScope.OfGroup([.. group]));
    }

    private IEnumerable<SqlRow> Ordered(IEnumerable<SqlScope> scopes)
    {
        if (OrderBy is [])
        {
            return scopes.Select(scope => new SqlRow(scope, []));
        }

        var rows = scopes.Select(scope => new SqlRow(scope, [.. OrderBy.Select(order => order.By.Evaluate(scope))]));
        if (DropsUnordered)
        {
            rows = rows.Where(row => row.Keys[0].IsDefined);
        }

        if (Resume is not null)
        {
            rows = rows.Where(row => Resume.Admits(Compare(row.Keys, Resume.Values), row.Scope));
        }

        return rows.Order(Comparer<SqlRow>.Create((x, y) => Compare(x.Keys, y.Keys)));
    }

    private int Compare(SqlValue[] x, SqlValue[] y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (SqlComparer.Instance.Compare(x[i], y[i]) is not 0 and var order)
            {
                return OrderBy[i].Descending ? -order : order;
            }
        }

        return 0;
    }
}
