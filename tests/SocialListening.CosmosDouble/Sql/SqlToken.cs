namespace SocialListening.CosmosDouble.Sql;

/// <summary>What a token is.</summary>
internal enum SqlTokenKind
{
    End,
    Name,
    Parameter,
    Number,
    Text,
    Symbol,
}

/// <summary>One token of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text: unescaped for a string literal.</param>
/// <param name="Position">Index of its first character.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is a keyword or a symbol, in any case.</summary>
    public bool Is(string text) => Kind is SqlTokenKind.Name or SqlTokenKind.Symbol && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);
}
