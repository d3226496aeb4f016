using SocialListening.Contracts;

namespace SocialListening.Platforms.Replay;

/// <summary>One invented text of the replay.</summary>
/// <param name="Platform">The platform on which it appears.</param>
/// <param name="Kind">What it is there.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The text.</param>
internal sealed record ReplayText(string Platform, MentionKind Kind, string Language, string Text)
{
    /// <summary>Reads a bundled file, one text a line: <c>platform kind lang tone text</c>, separated by tabs. A file that is not there is empty.</summary>
    public static IReadOnlyList<ReplayText> Load(string name)
    {
        using Stream? stream = typeof(ReplayText).Assembly.GetManifestResourceStream($"Replay/{name}.tsv");
        if (stream is null)
        {
            return [];
        }

        List<ReplayText> texts = [];
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t', 5);
            if (columns.Length == 5 && PlatformNames.Known.Contains(columns[0]) && Enum.TryParse(columns[1], ignoreCase: true, out MentionKind kind))
            {
                texts.Add(new ReplayText(columns[0], kind, columns[2], columns[4].Trim()));
            }
        }

        return texts;
    }
}
