using System.Globalization;
using System.Text;
using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>Works out which platforms, topics, languages, tones, reaches and terms an alert's mentions come from.</summary>
internal static class AlertDrivers
{
    private const int PerKind = 3;
    private const int Terms = 5;
    private const int MinTermLength = 4;
    private const int MinTermMentions = 3;

    public static IReadOnlyList<AlertDriver> Of(IReadOnlyList<ScoredMention> evidence, IReadOnlyList<ScoredMention> before, Brand brand)
    {
        var drivers = new List<AlertDriver>();
        if (evidence.Count == 0)
        {
            return drivers;
        }

        AddShares(drivers, "sentiment", evidence, mention => mention.Sentiment.ToString().ToLowerInvariant());
        AddShares(drivers, "platform", evidence, mention => mention.Mention.Platform);
        AddShares(drivers, "topic", evidence, mention => brand.Topics.Where(topic => mention.Topics.Contains(topic.Id, StringComparer.Ordinal)).Select(topic => topic.Name));
        AddShares(drivers, "tier", evidence, mention => AuthorTier.Of(mention.Mention.AuthorFollowers) is var tier && tier != AuthorTier.Unknown ? [tier] : []);
        AddShares(drivers, "language", evidence, mention => mention.Score.Language);
        AddShares(drivers, "kind", evidence, mention => mention.Mention.Kind.ToString().ToLowerInvariant());
        AddTerms(drivers, evidence, before, brand.Name);
        return drivers;
    }

    private static void AddShares(List<AlertDriver> drivers, string kind, IReadOnlyList<ScoredMention> evidence, Func<ScoredMention, string> key) =>
        AddShares(drivers, kind, evidence, mention => [key(mention)]);

    private static void AddShares(List<AlertDriver> drivers, string kind, IReadOnlyList<ScoredMention> evidence, Func<ScoredMention, IEnumerable<string>> keys) =>
        drivers.AddRange(evidence
            .SelectMany(keys)
            .GroupBy(key => key, StringComparer.Ordinal)
            .Select(group => new AlertDriver(kind, group.Key, Share(group.Count(), evidence.Count), group.Count()))
            .OrderByDescending(driver => driver.Count)
            .ThenBy(driver => driver.Value, StringComparer.Ordinal)
            .Take(PerKind));

    // Terms that stand in clearly more of the mentions than in those of the day before. Function words should be as frequent before,
    // but are not where the day before was quiet or spoke another language: what stands in no key phrase of a mention, also
    // as a hashtag of the whole, is no term.
    private static void AddTerms(List<AlertDriver> drivers, IReadOnlyList<ScoredMention> evidence, IReadOnlyList<ScoredMention> before, string brandName)
    {
        var now = CountMentions(evidence);
        var then = CountMentions(before);
        var own = new HashSet<string>(WordsOf(Bare(brandName)), StringComparer.Ordinal);
        var telling = evidence.SelectMany(mention => mention.Score.KeyPhrases)
            .SelectMany(phrase => (string[])[.. WordsOf(phrase), .. WordsOf(string.Concat(phrase.Where(char.IsLetter)))])
            .ToHashSet(StringComparer.Ordinal);
        drivers.AddRange(now
            .Where(term => term.Value >= MinTermMentions && (telling.Count == 0 || telling.Contains(term.Key)) && Bare(term.Key) is var bare && !own.Any(word => bare.Contains(word, StringComparison.Ordinal)))
            .Select(term => (Term: term, Gain: Share(term.Value, evidence.Count) - ((then.GetValueOrDefault(term.Key) + 0.5) / (before.Count + 1))))
            .Where(entry => entry.Gain > 0)
            .OrderByDescending(entry => entry.Gain)
            .ThenBy(entry => entry.Term.Key, StringComparer.Ordinal)
            .Take(Terms)
            .Select(entry => new AlertDriver("term", entry.Term.Key, Share(entry.Term.Value, evidence.Count), entry.Term.Value)));
    }

    private static Dictionary<string, int> CountMentions(IReadOnlyList<ScoredMention> mentions)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            foreach (var word in WordsOf(mention.Mention.Text).Distinct(StringComparer.Ordinal))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return counts;
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= MinTermLength && i - start <= 40)
            {
                yield return text[start..i].Normalize().ToLowerInvariant();
            }

            start = -1;
        }
    }

    // Handles and hashtags write the brand's name without its accents.
    private static string Bare(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static double Share(int part, int whole) => Math.Round((double)part / whole, 4);
}
