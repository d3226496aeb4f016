using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

/// <summary>Random queries and posts over one small vocabulary, so that they often meet.</summary>
internal sealed class QuerySamples(int seed)
{
    private static readonly string[] Words = ["atlas", "Boréal", "café", "dons", "l'eau", "Straße", "カフェ", "กาแฟ", "Йога", "한국", "قهوة", "aide*"];
    private static readonly string[] TextWords = ["Atlas", "boreal", "Café", "dons", "l’eau", "STRASSE", "東京カフェ", "ดื่มกาแฟ", "йога", "한국", "قهوة", "aides", "et", ".", "#BorealCafe", "#atlas", "@atlas", "@atlas@b.example", "https://www.example.org/atlas", "🙂"];
    private static readonly string[] Platforms = ["x", "mastodon", "reddit"];
    private readonly Random _random = new(seed);

    public QueryNode Node(int depth = 0)
    {
        string text = Query(depth);
        QueryParseResult parsed = BrandQuery.Parse(text);
        return parsed.Query?.Root ?? throw new InvalidOperationException($"{text}: {parsed.Error}");
    }

    public string Query(int depth = 0) => _random.Next(depth > 3 ? 5 : 10) switch
    {
        0 => Pick(Words),
        1 => $"\"{Pick(Words)} {Pick(Words)}\"",
        2 => Pick(["#BorealCafe", "#atlas", "#bore*", "@atlas", "@atlas@b.example"]),
        3 => Pick(["lang:fr", "platform:x", "platform:mastodon", "author:lea", "site:example.org"]),
        4 => string.Create(CultureInfo.InvariantCulture, $"{Pick(Words)} NEAR/{_random.Next(4)} {Pick(Words)}"),
        5 => $"NOT ({Query(depth + 1)})",
        6 or 7 => $"({Query(depth + 1)}) ({Query(depth + 1)})",
        _ => $"({Query(depth + 1)}) OR ({Query(depth + 1)})",
    };

    public Mention Post() => Posts.Of(
        string.Join(' ', Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Pick(TextWords))),
        Pick(Platforms),
        Pick([null, "fr", "fr-CA", "en"]),
        Pick([null, "Léa", "lea.bsky.social", "max"]));

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
