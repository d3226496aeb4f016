using SocialListening.Contracts;

namespace SocialListening.Benchmarks.Storage;

/// <summary>Generated mentions of a usual length, the same ones for the same number.</summary>
internal static class MentionSeries
{
    public const string BrandId = "cafe-des-halles";

    private static readonly string[] Platforms = ["mastodon", "bluesky", "rss", "hackernews", "reddit"];

    private static readonly string[] Words =
        "le la les café service très bon mauvais attente longue terrasse équipe merci jamais encore hier matin client commande froid chaud sourire déçu ravi prix addition serveuse retour"
            .Split(' ');

    /// <summary>Makes mentions of one brand, 40 a minute, in the order of their creation with some disorder as polling brings it.</summary>
    /// <param name="count">How many.</param>
    public static IEnumerable<ScoredMention> Make(int count)
    {
        var random = new Random(20260302);
        var start = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var platform = Platforms[random.Next(Platforms.Length)];
            var created = start.AddSeconds((i * 1.5) - random.Next(600));
            yield return new ScoredMention(
                BrandId,
                new Mention
                {
                    Platform = platform,
                    PlatformPostId = $"{114000000000000000 + (i * 7919L)}",
                    Permalink = $"https://{platform}.example/@author{random.Next(5000)}/{114000000000000000 + (i * 7919L)}",
                    AuthorId = $"{random.Next():x8}{random.Next():x8}",
                    AuthorFollowers = random.Next(10_000),
                    Text = string.Join(' ', Enumerable.Range(0, random.Next(8, 40)).Select(_ => Words[random.Next(Words.Length)])),
                    Language = "fr",
                    CreatedAtUtc = created,
                    Kind = random.Next(5) == 0 ? MentionKind.Repost : MentionKind.Post,
                    Likes = random.Next(50),
                    Replies = random.Next(5),
                    Reposts = random.Next(9),
                },
                new MentionScore("fr", (SentimentLabel)random.Next(3), 0.25f, 0.5f, 0.25f, "lexicon/1"),
                created.AddMinutes(20),
                $"{BrandId}/{platform}");
        }
    }
}
