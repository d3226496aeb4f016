using System.Text;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>
/// Reads CSV after RFC 4180 (2005): fields between commas, quoted ones may hold commas, line ends and doubled quotes. A
/// semicolon or a tab may stand for the comma, LF for CRLF; blank lines are left out.
/// </summary>
internal static class CsvReader
{
    private const char Bom = '\uFEFF';
    private const int Windows1252 = 1252;

    /// <summary>The text of a file: UTF-8, or UTF-16 with its mark, or else Windows-1252, which any bytes are.</summary>
    public static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes).TrimStart(Bom);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart(Bom);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(bytes);
        }
    }

    /// <summary>The one of comma, semicolon and tab that stands most often in the first record, outside quotes.</summary>
    public static char Delimiter(string text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '\n' or '\r')
            {
                if (counts[0] + counts[1] + counts[2] > 0)
                {
                    break;
                }
            }
            else if (!quoted)
            {
                counts[0] += c == ',' ? 1 : 0;
                counts[1] += c == ';' ? 1 : 0;
                counts[2] += c == '\t' ? 1 : 0;
            }
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    /// <summary>The records of a text.</summary>
    /// <exception cref="InvalidDataException">A quote is not closed, or text follows a closed one; the message names the line.</exception>
    public static List<CsvRecord> Read(string text, char delimiter)
    {
        var records = new List<CsvRecord>();
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1, first = 1, at = 0;
        while (at < text.Length)
        {
            if (text[at] == '"' && field.Length == 0)
            {
                at = ReadQuoted(text, at, ref line, field);
                if (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
                {
                    throw new InvalidDataException($"Line {line}: '{text[at]}' follows a closing quote; a quote inside a field is doubled.");
                }

                fields.Add(field.ToString());
            }
            else
            {
                var end = at;
                while (end < text.Length && text[end] != delimiter && text[end] is not ('\r' or '\n'))
                {
                    end++;
                }

                fields.Add(text[at..end]);
                at = end;
            }

            field.Clear();
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                if (at < text.Length)
                {
                    continue;
                }

                fields.Add("");
            }

            Close(records, ref fields, first);
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            first = ++line;
        }

        return records;
    }

    private static int ReadQuoted(string text, int at, ref int line, StringBuilder field)
    {
        var opened = line;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 == text.Length || text[at + 1] != '"')
                {
                    return at + 1;
                }

                at++;
            }
            else if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                line++;
            }

            field.Append(text[at]);
        }

        throw new InvalidDataException($"Line {opened}: a quote is opened and never closed.");
    }

    private static void Close(List<CsvRecord> records, ref List<string> fields, int line)
    {
        if (fields.Count > 1 || fields[0].Trim().Length > 0)
        {
            records.Add(new CsvRecord(line, fields));
        }

        fields = [];
    }
}
