using SocialListening.Contracts;

namespace SocialListening.Tests.Fakes;

/// <summary>Invented contract values for tests.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    public static Mention Mention(string postId = "1", DateTimeOffset? created = null, string text = "Bravo Solidarité Atlas !", string platform = PlatformNames.Mastodon) => new()
    {
        Platform = platform,
        PlatformPostId = postId,
        Permalink = $"https://example.invalid/{postId}",
        AuthorId = "author-1",
        AuthorHandle = "lea",
        AuthorDisplayName = "Léa",
        Text = text,
        CreatedAtUtc = created ?? Noon,
    };

    public static Mention FullMention() => Mention() with
    {
        AuthorFollowers = 1_234,
        Language = "fr",
        EditedAtUtc = Noon.AddMinutes(3),
        Kind = MentionKind.Quote,
        ParentId = "0",
        ConversationId = "0",
        Likes = 0,
        Replies = 2,
        Reposts = 3,
        Quotes = 4,
        Views = 5_000_000_000,
        MediaTypes = ["image", "link"],
        DeletionSignal = "revoked",
        Text = "Décomposé: Solidarite\u0301 Atlas 👩‍👩‍👧 \u202Eabc",
    };

    public static MentionScore Score(SentimentLabel sentiment = SentimentLabel.Positive) => new(
        "fr",
        sentiment,
        sentiment == SentimentLabel.Negative ? 0.8f : 0.1f,
        sentiment == SentimentLabel.Neutral ? 0.8f : 0.1f,
        sentiment == SentimentLabel.Positive ? 0.8f : 0.1f,
        "test/1");

    /// <summary>A score with everything that is optional.</summary>
    public static MentionScore FullScore() => Score() with
    {
        Mode = ScoringMode.Cascade,
        Toxicity = 0.625f,
        Intents = [IntentNames.Question, IntentNames.BoycottCall],
        Target = new TargetSentiment(SentimentLabel.Negative, 0.5f, 0.25f, 0.25f),
        TopTokens = [new WeighedToken("Décomposé", 0, 1.25f), new WeighedToken("Atlas", 23, -0.5f)],
        KeyPhrases = ["Solidarité Atlas"],
        Pending = PendingReason.Budget,
    };

    /// <summary>A mention with everything that is optional, scored twice and corrected.</summary>
    public static ScoredMention FullScored() => Scored(FullMention()) with
    {
        Score = FullScore(),
        Revision = 3,
        Correction = new SentimentCorrection(SentimentLabel.Negative, Noon.AddHours(1), "p_00ff", "Ironie"),
    };

    public static ScoredMention Scored(Mention mention, SentimentLabel sentiment = SentimentLabel.Positive, string brandId = "atlas") =>
        new(brandId, mention, Score(sentiment), mention.CreatedAtUtc.AddMinutes(2), $"{brandId}/source");

    public static SourceQuery Source(string name = "feed", string brandId = "atlas") => new()
    {
        Id = $"{brandId}/{name}",
        BrandId = brandId,
        Platform = PlatformNames.Mastodon,
    };

    public static Brand Brand(string id = "atlas", params SourceQuery[] sources) => new()
    {
        Id = id,
        Name = "Solidarité Atlas",
        Query = "\"solidarité atlas\"",
        Sources = sources.Length > 0 ? sources : [Source(brandId: id)],
    };

    public static Alert Alert(int revision = 1, AlertStatus status = AlertStatus.Open) => new()
    {
        Id = AlertId.Of("atlas", "all/volume", Noon),
        BrandId = "atlas",
        Series = "all",
        Kind = "sudden",
        Status = status,
        Revision = revision,
        Severity = 3,
        OnsetUtc = Noon,
        DetectedAtUtc = Noon.AddMinutes(20),
        UpdatedAtUtc = Noon.AddMinutes(20 * revision),
        EndedAtUtc = status == AlertStatus.Ended ? Noon.AddHours(9) : null,
        Observed = 96,
        Expected = 7.5,
        ExpectedLow = 2,
        ExpectedHigh = 15,
        ScaleMinutes = 60,
        PValue = 0.0001,
        ReturnPeriodDays = 240,
        NegativeShare = 0.71,
        HistoryDays = 9,
        Completeness = 1,
        Drivers = [new AlertDriver("platform", "bluesky", 0.6, 58), new AlertDriver("term", "entrepôt", 0.41, 39)],
        Posts = [new AlertPost("bluesky:9", "https://example.invalid/9", "bluesky", SentimentLabel.Negative, 412)],
        Detector = "multiscale/1",
    };
}
