using System.Text;

namespace SocialListening.Benchmarks.Sentiment.Data;

/// <summary>Reads <c>label&lt;TAB&gt;text</c> files.</summary>
internal static class LabelledFile
{
    /// <summary>The rows of one file; lines without a tab are skipped.</summary>
    public static List<LabelledText> Read(string path)
    {
        var rows = new List<LabelledText>();
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                rows.Add(new LabelledText(line[..tab].Trim(), line[(tab + 1)..]));
            }
        }

        return rows;
    }

    /// <summary>The file itself, or every <c>.tsv</c> below a directory in ordinal order.</summary>
    /// <exception cref="FileNotFoundException">Neither a file nor a directory has this path.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException("There is no file or directory of this name.", path);
        }

        return [.. Directory.EnumerateFiles(path, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }
}
