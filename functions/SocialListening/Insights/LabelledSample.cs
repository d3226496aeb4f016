using System.Text;

namespace SocialListening.Insights;

/// <summary>Writes corrected texts as a labelled sample, one text to a line. Texts without a letter or sign are left out.</summary>
public static class LabelledSample
{
    /// <summary>Lines of <c>label</c>, a tab, and the text with tabs and line breaks as blanks, as the evaluation and training commands read them.</summary>
    /// <param name="texts">The texts.</param>
    public static string Tsv(IEnumerable<CorrectedText> texts)
    {
        var lines = new StringBuilder();
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text.Text))
            {
                lines.Append(text.Label).Append('\t').Append(OnOneLine(text.Text)).Append('\n');
            }
        }

        return lines.ToString();
    }

    /// <summary>
    /// A table by RFC 4180 with a heading. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as
    /// OWASP advises.
    /// </summary>
    /// <param name="texts">The texts.</param>
    public static string Csv(IEnumerable<CorrectedText> texts)
    {
        var lines = new StringBuilder("label,text,language,scored,engine,mentionId,correctedAtUtc,by,note\r\n");
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text.Text))
            {
                var correction = text.Correction;
                lines.AppendJoin(',', ((string?[])[text.Label, text.Text, text.Language, text.Scored, text.Engine, text.MentionId, correction.AtUtc.ToString("O"), correction.By, correction.Note]).Select(Cell)).Append("\r\n");
            }
        }

        return lines.ToString();
    }

    private static string OnOneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static string Cell(string? text)
    {
        text ??= "";
        var isFormula = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
        return string.Concat(isFormula ? "\"'" : "\"", text.Replace("\"", "\"\"", StringComparison.Ordinal), "\"");
    }
}
