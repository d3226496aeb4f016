using System.Globalization;
using System.Text;

namespace SocialListening.CosmosDouble.Sql;

/// <summary>Cuts a query into tokens.</summary>
internal static class SqlLexer
{
    private static readonly string[] Pairs = ["!=", "<>", "<=", ">=", "??", "||"];

    /// <summary>The tokens, with an end token last.</summary>
    public static List<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            at = char.IsWhiteSpace(sql[at]) ? at + 1 : sql.AsSpan(at).StartsWith("--") ? EndOfLine(sql, at) : ReadOne(sql, at, tokens);
        }

        tokens.Add(new(SqlTokenKind.End, "", sql.Length));
        return tokens;
    }

    private static int EndOfLine(string sql, int at) => sql.IndexOf('\n', at) is >= 0 and var end ? end + 1 : sql.Length;

    private static int ReadOne(string sql, int at, List<SqlToken> tokens)
    {
        var c = sql[at];
        var end = c switch
        {
            '\'' or '"' => ReadText(sql, at, tokens),
            '@' => ReadWhile(sql, at, at + 1, SqlTokenKind.Parameter, IsNamePart, tokens),
            _ when char.IsLetter(c) || c is '_' or '$' => ReadWhile(sql, at, at, SqlTokenKind.Name, IsNamePart, tokens),
            _ when char.IsAsciiDigit(c) => ReadNumber(sql, at, tokens),
            _ => ReadSymbol(sql, at, tokens),
        };
        return end;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static int ReadWhile(string sql, int start, int at, SqlTokenKind kind, Func<char, bool> wanted, List<SqlToken> tokens)
    {
        while (at < sql.Length && wanted(sql[at]))
        {
            at++;
        }

        tokens.Add(new(kind, sql[start..at], start));
        return at;
    }

    private static int ReadNumber(string sql, int start, List<SqlToken> tokens)
    {
        var at = start;
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '.' || (sql[at] is '+' or '-' && sql[at - 1] is 'e' or 'E')))
        {
            at++;
        }

        tokens.Add(new(SqlTokenKind.Number, sql[start..at], start));
        return at;
    }

    private static int ReadSymbol(string sql, int at, List<SqlToken> tokens)
    {
        var symbol = at + 1 < sql.Length && Pairs.Contains(sql.Substring(at, 2)) ? sql.Substring(at, 2) : sql[at].ToString();
        if (symbol.Length == 1 && !"()[]{},.:=<>+-*/%?!".Contains(symbol[0], StringComparison.Ordinal))
        {
            throw new SqlException($"Syntax error, invalid token '{symbol}' at {at}.");
        }

        tokens.Add(new(SqlTokenKind.Symbol, symbol, at));
        return at + symbol.Length;
    }

    private static int ReadText(string sql, int start, List<SqlToken> tokens)
    {
        var text = new StringBuilder();
        for (var at = start + 1; at < sql.Length; at++)
        {
            if (sql[at] == sql[start])
            {
                tokens.Add(new(SqlTokenKind.Text, text.ToString(), start));
                return at + 1;
            }

            at = sql[at] == '\\' && at + 1 < sql.Length ? ReadEscape(sql, at + 1, text) : Plain(sql, at, text);
        }

        throw new SqlException($"Syntax error, the text that starts at {start} does not end.");
    }

    private static int Plain(string sql, int at, StringBuilder text)
    {
        text.Append(sql[at]);
        return at;
    }

    private static int ReadEscape(string sql, int at, StringBuilder text)
    {
        if (sql[at] == 'u' && at + 4 < sql.Length && ushort.TryParse(sql.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
        {
            text.Append((char)unit);
            return at + 4;
        }

        text.Append(sql[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
        return at;
    }
}
