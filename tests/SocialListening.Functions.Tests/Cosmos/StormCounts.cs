using System.Globalization;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>
/// What must be stored, counted from the posts alone, and what is stored, read from the bare documents: both as lines, and
/// neither by code of the product but the tone of a text.
/// </summary>
internal static class StormCounts
{
    private static readonly (string Type, TimeSpan Length)[] Lengths = [("bucket", TimeSpan.FromMinutes(5)), ("hour", TimeSpan.FromHours(1)), ("day", TimeSpan.FromDays(1))];

    /// <summary>One line for each mention of a brand: its id and tone.</summary>
    public static async Task<List<string>> MentionsAsync(IEnumerable<MatchedMention> posts) =>
        [.. (await TonesAsync(posts)).Select(post => $"{post.Brand} {post.Platform}:{post.Id} {post.Tone}").Order(StringComparer.Ordinal)];

    /// <summary>One line for each period of a brand with mentions: how many, by tone, by platform and tone.</summary>
    public static async Task<List<string>> PeriodsAsync(IEnumerable<MatchedMention> posts)
    {
        var counts = new Dictionary<(string Brand, string Type, DateTimeOffset Start), Dictionary<string, int>>();
        foreach (var post in await TonesAsync(posts))
        {
            foreach (var (type, length) in Lengths)
            {
                Add(counts, (post.Brand, type, StartOf(post.Created, length)), ["total", post.Tone, $"{post.Platform}/{post.Tone}"]);
            }
        }

        return Lines(counts);
    }

    /// <summary>How many documents the mentions and their periods are; feeds are counted apart from the rest.</summary>
    public static int DocumentsOf(IEnumerable<MatchedMention> posts) => posts
        .SelectMany(post => post.BrandIds.SelectMany(brand => Lengths
            .Select(period => (brand, post.Mention.Platform == PlatformNames.Rss, period.Type, Start: StartOf(post.Mention.CreatedAtUtc, period.Length).Ticks))
            .Append((brand, false, post.Mention.PlatformPostId, 0))))
        .Distinct()
        .Count();

    /// <summary>The same lines of stored mentions.</summary>
    public static List<string> Mentions(IEnumerable<JsonElement> documents) =>
        [.. documents.Where(document => TypeOf(document) == "mention").Select(document => $"{document.Text("brandId")} {document.Text("mentionId")} {document.Text("sentiment").ToLowerInvariant()}").Order(StringComparer.Ordinal)];

    /// <summary>The same lines of stored counts; a period may have a part in each of several partitions.</summary>
    public static List<string> Periods(IEnumerable<JsonElement> documents)
    {
        var counts = new Dictionary<(string Brand, string Type, DateTimeOffset Start), Dictionary<string, int>>();
        foreach (var document in documents.Where(document => Lengths.Any(period => period.Type == TypeOf(document))))
        {
            var key = (document.Text("brandId"), TypeOf(document), DateTimeOffset.Parse(document.Text("start"), CultureInfo.InvariantCulture));
            foreach (var count in document.EnumerateObject().Where(property => property.Name is "total" or "negative" or "neutral" or "positive").Concat(document.GetProperty("byPlatform").EnumerateObject()))
            {
                Add(counts, key, [count.Name], count.Value.GetInt32());
            }
        }

        return Lines(counts);
    }

    private static DateTimeOffset StartOf(DateTimeOffset created, TimeSpan length) => new(created.Ticks - (created.Ticks % length.Ticks), TimeSpan.Zero);

    private static string TypeOf(JsonElement document) => document.Text("type");

    private static string Text(this JsonElement document, string property) => document.GetProperty(property).GetString()!;

    private static async Task<IEnumerable<(string Brand, string Platform, string Id, DateTimeOffset Created, string Tone)>> TonesAsync(IEnumerable<MatchedMention> posts)
    {
        var all = posts.ToArray();
        var texts = all.DistinctBy(post => post.Mention.Text).ToArray();
        var scores = await new EmbeddedMentionScorer(EmbeddedScorer.Load()).ScoreAsync([.. texts.Select(post => post.Mention)], default);
        var tones = texts.Zip(scores).ToDictionary(pair => pair.First.Mention.Text, pair => pair.Second.Score!.Sentiment.ToString().ToLowerInvariant());
        return all.SelectMany(post => post.BrandIds.Select(brand => (brand, post.Mention.Platform, post.Mention.PlatformPostId, post.Mention.CreatedAtUtc, tones[post.Mention.Text])));
    }

    private static void Add<TKey>(Dictionary<TKey, Dictionary<string, int>> counts, TKey key, IEnumerable<string> names, int more = 1)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var known))
        {
            counts.Add(key, known = new(StringComparer.Ordinal));
        }

        foreach (var name in names)
        {
            known[name] = known.GetValueOrDefault(name) + more;
        }
    }

    private static List<string> Lines(Dictionary<(string Brand, string Type, DateTimeOffset Start), Dictionary<string, int>> counts) =>
    [
        .. counts.Select(period =>
            $"{period.Key.Brand} {period.Key.Type} {period.Key.Start:yyyy-MM-ddTHH:mm}: {string.Join(", ", period.Value.Where(count => count.Value != 0).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}"))}")
            .Order(StringComparer.Ordinal),
    ];
}
