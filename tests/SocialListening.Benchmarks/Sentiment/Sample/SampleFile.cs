using SocialListening.Scoring.Embedded.Language;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>The rows of a labelled CSV file, and what is wrong with the others.</summary>
/// <param name="Rows">The sound rows.</param>
/// <param name="Faults">One sentence for each bad row, with its line.</param>
internal sealed record SampleFile(IReadOnlyList<SampleRow> Rows, IReadOnlyList<string> Faults)
{
    private const int MaxBytes = 256 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file: UTF-8, UTF-16 with its mark, or Windows-1252.</param>
    /// <param name="text">Heading or number of the text column; found when not given.</param>
    /// <param name="label">The same for the label.</param>
    /// <param name="languageColumn">The same for the language.</param>
    /// <param name="language">ISO 639-1 code of all rows; wins over a column.</param>
    /// <exception cref="InvalidDataException">The file as a whole cannot be read as CSV.</exception>
    public static SampleFile Read(string path, string? text, string? label, string? languageColumn, string? language)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new InvalidDataException($"The file has more than {MaxBytes >> 20} MiB.");
        }

        return Parse(CsvReader.Decode(File.ReadAllBytes(path)), text, label, languageColumn, language);
    }

    /// <summary>Reads a text; as <see cref="Read"/>.</summary>
    public static SampleFile Parse(string content, string? text, string? label, string? languageColumn, string? language)
    {
        var records = CsvReader.Read(content, CsvReader.Delimiter(content));
        if (records.Count == 0)
        {
            throw new InvalidDataException("The file has no rows.");
        }

        var columns = SampleColumns.Find(records[0], text, label, languageColumn);
        var width = records[0].Fields.Count;
        var rows = new List<SampleRow>();
        var faults = new List<string>();
        foreach (var record in records.Skip(columns.HasHeader ? 1 : 0))
        {
            if (Fault(record, columns, width, out var column) is { } fault)
            {
                faults.Add($"Line {record.Line}: {fault}");
                continue;
            }

            var code = language ?? (columns.Language < 0 ? null : Code(record.Fields[columns.Language]));
            rows.Add(new SampleRow(record.Line, record.Fields[columns.Text], column, code));
        }

        return new SampleFile(rows, faults);
    }

    private static string? Fault(CsvRecord record, SampleColumns columns, int width, out int label)
    {
        var fields = record.Fields;
        label = -1;
        if (fields.Count != width)
        {
            return $"{fields.Count} fields where the first record has {width}; a text with a delimiter or a line end needs quotes.";
        }

        if (string.IsNullOrWhiteSpace(fields[columns.Text]))
        {
            return "the text is empty.";
        }

        if (!SampleLabels.TryParse(fields[columns.Label], out label))
        {
            return $"'{fields[columns.Label]}' is not a label: {SampleLabels.Accepted}.";
        }

        return columns.Language >= 0 && fields[columns.Language].Trim().Length > 0 && Code(fields[columns.Language]) is null
            ? $"'{fields[columns.Language]}' is not a language that the scorer knows: {string.Join(", ", LanguageTable.Codes)}."
            : null;
    }

    private static string? Code(string field)
    {
        var column = LanguageTable.IndexOf(field.Trim());
        return column < 0 ? null : LanguageTable.Codes[column];
    }
}
