using System.Globalization;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Where the text, the label and the language stand in each record.</summary>
/// <param name="Text">Field of the text, from 0.</param>
/// <param name="Label">Field of the label, from 0.</param>
/// <param name="Language">Field of the language, or -1.</param>
/// <param name="HasHeader">Whether the first record names the fields.</param>
internal sealed record SampleColumns(int Text, int Label, int Language, bool HasHeader)
{
    private static readonly string[] TextNames = ["text", "texte", "message", "content", "contenu", "body", "post", "comment", "commentaire", "tweet", "mention", "verbatim"];
    private static readonly string[] LabelNames = ["label", "sentiment", "tone", "ton", "tonalité", "polarity", "polarité", "class", "classe", "étiquette"];
    private static readonly string[] LanguageNames = ["language", "lang", "langue"];

    /// <summary>
    /// Finds the columns by the names or numbers (from 1) that the caller gave, else by usual names in the first record,
    /// else, when that record is a row itself, by what it holds.
    /// </summary>
    /// <exception cref="InvalidDataException">A column is not there or cannot be told; the message says what to name.</exception>
    public static SampleColumns Find(CsvRecord first, string? text, string? label, string? language)
    {
        var fields = first.Fields;
        var isRow = fields.Any(f => SampleLabels.TryParse(f, out _));
        var hasHeader = !isRow || Named(fields, text) >= 0 || Named(fields, label) >= 0;
        var labelAt = Column(fields, label, "label", hasHeader, LabelNames)
            ?? (hasHeader ? -1 : Enumerable.Range(0, fields.Count).First(i => SampleLabels.TryParse(fields[i], out _)));
        var textAt = Column(fields, text, "text", hasHeader, TextNames)
            ?? (hasHeader ? -1 : Enumerable.Range(0, fields.Count).Where(i => i != labelAt)
                .OrderByDescending(i => fields[i].Length).DefaultIfEmpty(-1).First());
        if (labelAt < 0 || textAt < 0 || labelAt == textAt)
        {
            throw new InvalidDataException(
                $"Line {first.Line}: the {(labelAt < 0 ? "label" : "text")} column cannot be told among {string.Join(", ", fields.Select(f => $"'{Cut(f)}'"))}. "
                + "Name it with --text-column or --label-column, by its heading or its number from 1.");
        }

        return new SampleColumns(textAt, labelAt, Column(fields, language, "language", hasHeader, LanguageNames) ?? -1, hasHeader);
    }

    private static int? Column(IReadOnlyList<string> fields, string? given, string kind, bool hasHeader, string[] usual)
    {
        if (given is not null)
        {
            var at = Named(fields, given);
            if (at < 0 && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                at = number - 1;
            }

            return at >= 0 && at < fields.Count
                ? at
                : throw new InvalidDataException($"There is no {kind} column '{given}' among the {fields.Count} of the first record.");
        }

        return hasHeader ? usual.Select(n => (int?)Named(fields, n)).FirstOrDefault(i => i >= 0) : null;
    }

    private static int Named(IReadOnlyList<string> fields, string? name)
    {
        for (var i = 0; name is not null && i < fields.Count; i++)
        {
            if (string.Equals(fields[i].Trim(), name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Cut(string field) => field.Length > 24 ? field[..24] + "…" : field;
}
