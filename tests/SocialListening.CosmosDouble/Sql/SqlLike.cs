using System.Text;
using System.Text.RegularExpressions;

namespace SocialListening.CosmosDouble.Sql;

/// <summary>LIKE with a pattern that is known when the query is read: % for any text, _ for one character.</summary>
internal static class SqlLike
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The test of a text against a pattern.</summary>
    public static SqlExpression Create(SqlExpression text, SqlExpression pattern)
    {
        if (pattern is not SqlLiteral { Value: { Kind: SqlKind.String } literal })
        {
            throw new SqlException("The pattern of LIKE must be a text.");
        }

        var expression = new StringBuilder("^");
        foreach (var c in literal.Text)
        {
            expression.Append(c switch { '%' => ".*", '_' => ".", _ => Regex.Escape(c.ToString()) });
        }

        var regex = new Regex(expression.Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience);
        return new SqlCall("LIKE", a => a[0].Kind == SqlKind.String ? SqlValue.Of(regex.IsMatch(a[0].Text)) : default, [text]);
    }
}
