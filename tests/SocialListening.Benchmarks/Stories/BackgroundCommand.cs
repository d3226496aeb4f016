using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring.Phrases;
using SocialListening.Stories;

namespace SocialListening.Benchmarks.Stories;

/// <summary><c>stories background</c>: counts in how many posts each feature stands. The same texts give the same bytes.</summary>
internal static class BackgroundCommand
{
    private const int LeastPosts = 2;

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A folder of label<TAB>text files whose names begin with the language, such as fr-food.tsv.", Required = true };
        var target = new Option<FileInfo>("--out") { Description = "The file to write; the product's is functions/SocialListening/Stories/background.br.", Required = true };
        var command = new Command("background", "Count how common what posts say is.") { data, target };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetRequiredValue(target)));
        return command;
    }

    private static void Run(string folder, FileInfo target)
    {
        var reader = new StoryFeatures(StoryWeights.Default with { Background = false }, OwnNames.None);
        var shares = new Dictionary<ulong, double>();
        foreach (var language in LabelledFile.Find(folder).GroupBy(file => Path.GetFileName(file).Split('-')[0], StringComparer.Ordinal))
        {
            var posts = new Dictionary<ulong, int>();
            var texts = language.SelectMany(LabelledFile.Read).ToArray();
            foreach (var feature in texts.SelectMany(text => reader.Read(text.Text, language.Key)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(posts, feature.Key, out _)++;
            }

            foreach (var (key, count) in posts.Where(entry => entry.Value >= LeastPosts))
            {
                shares[key] = Math.Max(shares.GetValueOrDefault(key), (double)count / texts.Length);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language.Key}: {texts.Length} texts"));
        }

        using (var file = target.Create())
        {
            StoryBackground.Write(shares, file);
        }

        target.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {shares.Count} features, {target.Length} bytes"));
    }
}
