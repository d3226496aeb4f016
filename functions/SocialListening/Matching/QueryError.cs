namespace SocialListening.Matching;

/// <summary>Why a query cannot be read.</summary>
/// <param name="Column">Where, counted from 1 in UTF-16 code units, as editors count.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Expected">What could stand there instead.</param>
public sealed record QueryError(int Column, string Message, string Expected)
{
    /// <summary>One line: <c>column 7: …; expected …</c>.</summary>
    public override string ToString() => $"column {Column}: {Message}; expected {Expected}";

    /// <summary>Two lines that point at the place, then the error. A long query is cut to what stands around it.</summary>
    /// <param name="query">The query that was read.</param>
    public string ToCaret(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int from = Math.Max(0, Math.Min(Column - 1, query.Length) - 60);
        string shown = query[from..Math.Min(query.Length, from + 120)].ReplaceLineEndings(" ").Replace('\t', ' ');
        return $"{shown}\n{new string(' ', Column - 1 - from)}^\n{this}";
    }
}
