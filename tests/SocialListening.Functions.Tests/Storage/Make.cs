using SocialListening.Contracts;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>Documents for the storage suites.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static ScoredMention Mention(
        string postId,
        DateTimeOffset? created = null,
        string brand = "cafe",
        string platform = "mastodon",
        string language = "fr",
        SentimentLabel sentiment = SentimentLabel.Negative,
        MentionKind kind = MentionKind.Post,
        string text = "Le service est bien lent.",
        DateTimeOffset? collected = null,
        long? likes = null,
        long? reposts = null) => new(
            brand,
            new Mention
            {
                Platform = platform,
                PlatformPostId = postId,
                Permalink = $"https://social.example/{postId.Length}",
                AuthorId = "a1",
                Text = text,
                CreatedAtUtc = created ?? Noon,
                Kind = kind,
                Likes = likes,
                Reposts = reposts,
                MediaTypes = ["image"],
            },
            new MentionScore(language, sentiment, 0.7f, 0.2f, 0.1f, "lexicon/1"),
            collected ?? Noon.AddMinutes(1),
            $"{brand}/news");

    public static ScoredMention Toned(string postId, float? toxicity, params string[] intents)
    {
        var mention = Mention(postId);
        return mention with { Score = mention.Score with { Toxicity = toxicity, Intents = intents } };
    }

    public static SourceState State(string sourceId, int failures = 0) => new()
    {
        SourceId = sourceId,
        Watermark = Noon,
        Gap = new CollectionGap(Noon.AddHours(-2), Noon.AddHours(-1), Noon, "page-7"),
        Memo = "etag \"é😀\"",
        ConsecutiveFailures = failures,
        LastFailureClass = FailureClass.Throttle,
    };

    public static CoverageRecord Coverage(DateTimeOffset from, DateTimeOffset to, string brand = "cafe", string source = "cafe/news", int mentions = 1) => new()
    {
        BrandId = brand,
        SourceId = source,
        From = from,
        To = to,
        Complete = true,
        Mentions = mentions,
        PolledAtUtc = to,
    };

    public static Alert Alert(string id, int revision = 1, DateTimeOffset? onset = null, AlertStatus status = AlertStatus.Open, string brand = "cafe") => new()
    {
        Id = id,
        BrandId = brand,
        Series = "negative",
        Kind = "sudden",
        Status = status,
        Revision = revision,
        Severity = 3,
        OnsetUtc = onset ?? Noon,
        DetectedAtUtc = Noon.AddMinutes(10),
        UpdatedAtUtc = Noon.AddMinutes(10 + revision),
        Observed = 42,
        Expected = 6.5,
        ExpectedLow = 2,
        ExpectedHigh = 12,
        ScaleMinutes = 30,
        PValue = 1e-9,
        Completeness = 1,
        HistoryDays = 21,
        ReturnPeriodDays = 400,
        Drivers = [new AlertDriver("term", "café froid", 0.4, 17)],
        Posts = [new AlertPost("mastodon:1", "https://social.example/1", "mastodon", SentimentLabel.Negative, 99)],
        Detector = "seasonal/1",
    };
}
