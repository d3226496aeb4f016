using System.Diagnostics;
using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Benchmarks.Matching;

/// <summary>Measures texts per second through <see cref="MentionMatcher"/>, on one thread.</summary>
internal static class MatchingBenchmark
{
    private static readonly string[] Texts =
    [
        "Premier samedi de tri à l'entrepôt avec Solidarité Atlas. J'ai mal au dos, j'ai les mains qui sentent l'oignon et je reviens la semaine prochaine.",
        "4 h du matin, départ du camion d'eau vers le camp. Merci à l'équipe de @solidariteatlas, vous êtes des machines ☕",
        "Found a corner table, a working socket and a maple latte at Boréal Café. I am never leaving. https://boreal-cafe.example/menu",
        "Randonnée dans l’Atlas ce week-end : neige au sommet, soleil en bas, et personne sur le sentier #atlas #montagne",
        "Nothing to do with anybody: the train was late again, the heating is off, and the sandwich was last week's.",
        "今日は東京カフェで友達と会いました。とても楽しかった！ #カフェ",
    ];

    /// <summary>Runs the loops and prints one line each.</summary>
    public static void Run(TextWriter output)
    {
        Measure(output, "1 brand, 5 terms", [Brand("a", "(\"Solidarité Atlas\" OR #SolidariteAtlas OR @solidariteatlas OR (atlas dons)) -montagne")]);
        Measure(output, "100 brands, 5 terms each", Enumerable.Range(0, 100).Select(i => Brand(
            i.ToString(CultureInfo.InvariantCulture),
            $"(\"marque{i} café\" OR #marque{i} OR @marque{i} OR (atlas dons{i})) -montagne{i}")));
    }

    private static void Measure(TextWriter output, string name, IEnumerable<Brand> brands)
    {
        MentionMatcher matcher = new(brands);
        Mention[] mentions = Texts.Select((text, i) => new Mention
        {
            Platform = "mastodon",
            PlatformPostId = i.ToString(CultureInfo.InvariantCulture),
            Permalink = "https://example.invalid/1",
            Text = text,
            CreatedAtUtc = DateTimeOffset.UnixEpoch,
        }).ToArray();
        Loop(matcher, mentions, TimeSpan.FromSeconds(1));
        long before = GC.GetAllocatedBytesForCurrentThread();
        (long texts, long matches, TimeSpan elapsed) = Loop(matcher, mentions, TimeSpan.FromSeconds(3));
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / texts;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"matching, {name}: {texts / elapsed.TotalSeconds:N0} texts/s, {bytes} bytes allocated per text, {matches} matches"));
    }

    private static (long Texts, long Matches, TimeSpan Elapsed) Loop(MentionMatcher matcher, Mention[] mentions, TimeSpan duration)
    {
        Stopwatch watch = Stopwatch.StartNew();
        (long texts, long matches) = (0, 0);
        while (watch.Elapsed < duration)
        {
            for (int i = 0; i < 100; i++)
            {
                foreach (Mention mention in mentions)
                {
                    matches += matcher.Match(mention).Count;
                }
            }

            texts += 100 * mentions.Length;
        }

        return (texts, matches, watch.Elapsed);
    }

    private static Brand Brand(string id, string query) => new() { Id = id, Name = id, Query = query };
}
