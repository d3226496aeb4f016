using System.CommandLine;
using System.Globalization;
using System.Text;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>
/// <c>sentiment names</c>: what a brand's name does to the tone of the texts that name it. Judges them as written, with the name
/// taken out as the app does it, and as if the brand were called otherwise.
/// </summary>
internal static class NamesCommand
{
    private static readonly string[] Tones = ["negative", "neutral", "positive"];

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Files of tab-separated lines whose last column is the text and the one before its tone; questions count as neutral, other tones are left out.", Required = true };
        var name = new Option<string[]>("--name") { Description = "A name of the brand, hashtags and handles without their sign; may be repeated.", Required = true };
        var called = new Option<string[]>("--as") { Description = "Another name to put in its place; may be repeated." };
        var language = new Option<string>("--language") { Description = "Only lines with this value in a column before the tone, such as fr." };
        var model = new Option<FileInfo?>("--model") { Description = "Another model than the embedded one." };
        var command = new Command("names", "Show what brand names do to the tone, and that leaving them out mends it.") { data, name, called, language, model };
        command.SetAction(result =>
        {
            var finder = new NameFinder(result.GetRequiredValue(name));
            var rows = Rows(result.GetRequiredValue(data), result.GetValue(language)).Where(row => finder.Find(row.Text).Count > 0).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"texts that name the brand: {rows.Length}; {string.Join(", ", Tones.Select((tone, i) => $"{tone} {rows.Count(row => row.Tone == i)}"))}"));
            var scorer = ScorerSource.Open(result.GetValue(model));
            Judge("as written", scorer, rows, text => text);
            Judge("name left out", scorer, rows, text => NeutralText.Of(text, finder.Find(text)));
            foreach (var other in result.GetValue(called) ?? [])
            {
                Judge($"as '{other}'", scorer, rows, text => Renamed(text, finder.Find(text), other));
            }
        });
        return command;
    }

    private static IEnumerable<(int Tone, string Text)> Rows(string data, string? language)
    {
        foreach (var columns in LabelledFile.Find(data).SelectMany(File.ReadLines).Select(line => line.Split('\t')))
        {
            var tone = columns.Length < 2 ? -1 : Array.IndexOf(Tones, columns[^2] == "question" ? "neutral" : columns[^2]);
            if (tone >= 0 && (language is null || columns.AsSpan(0, columns.Length - 2).Contains(language)))
            {
                yield return (tone, columns[^1].Trim());
            }
        }
    }

    private static string Renamed(string text, IReadOnlyList<Range> names, string other)
    {
        var renamed = new StringBuilder();
        var end = 0;
        foreach (var name in names)
        {
            renamed.Append(text, end, name.Start.Value - end).Append(other);
            end = name.End.Value;
        }

        return renamed.Append(text, end, text.Length - end).ToString();
    }

    private static void Judge(string title, EmbeddedScorer scorer, (int Tone, string Text)[] rows, Func<string, string> read)
    {
        var confusion = new Confusion(Tones.Length);
        foreach (var (tone, text) in rows)
        {
            confusion.Add(tone, Corpus.SentimentColumn(scorer.ScoreTone(read(text)).Sentiment));
        }

        var recalls = Enumerable.Range(0, Tones.Length).Select(tone => Recall(confusion, tone).ToString("P0", CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{title}: macro-F1 {100 * confusion.MacroF1:F1}, accuracy {100 * confusion.Accuracy:F1}; found of negative, neutral, positive: {string.Join(", ", recalls)}"));
    }

    private static double Recall(Confusion confusion, int tone)
    {
        var all = Enumerable.Range(0, Tones.Length).Sum(answer => confusion.Count(tone, answer));
        return all == 0 ? 0 : (double)confusion.Count(tone, tone) / all;
    }
}
