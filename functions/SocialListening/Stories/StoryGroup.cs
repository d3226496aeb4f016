using SocialListening.Contracts;

namespace SocialListening.Stories;

/// <summary>A story while posts still join it.</summary>
internal sealed class StoryGroup
{
    /// <summary>Features that a story keeps, the weightiest.</summary>
    public const int MaxFeatures = 256;

    /// <summary>Posts that are kept to choose the central ones from.</summary>
    public const int MaxMembers = 24;

    private const int MaxAuthors = 10_000;

    /// <summary>Hash of its first post.</summary>
    public required ulong Id { get; init; }

    /// <summary>Sums of the features' weights over its wordings, by key, so that sums over them come out the same after a restart.</summary>
    public SortedDictionary<ulong, float> Features { get; } = [];

    /// <summary>The first posts of different wordings with their features.</summary>
    public List<(string PostId, StoryFeature[] Features)> Members { get; } = [];

    /// <summary>The sum of squares of its features by rarity, and the age at which it was made; none after a change.</summary>
    public (int Age, float Sum)? Norm { get; set; }

    public DateTimeOffset FirstSeen { get; set; }

    public DateTimeOffset LastSeen { get; set; }

    public int Posts { get; set; }

    public int Wordings { get; set; }

    public int Negative { get; set; }

    public int Neutral { get; set; }

    public int Positive { get; set; }

    public long Reach { get; set; }

    public SortedDictionary<string, int> Platforms { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Languages { get; } = new(StringComparer.Ordinal);

    public HashSet<ulong> Authors { get; } = [];

    /// <summary>Posts by minute over the hour up to <see cref="LastSeen"/>, by minute of the epoch.</summary>
    public SortedDictionary<long, int> Minutes { get; } = [];

    /// <summary>Counts a post.</summary>
    public void Count(StoryPost post)
    {
        Posts++;
        FirstSeen = Posts == 1 || post.CreatedAtUtc < FirstSeen ? post.CreatedAtUtc : FirstSeen;
        LastSeen = Posts == 1 || post.CreatedAtUtc > LastSeen ? post.CreatedAtUtc : LastSeen;
        Negative += post.Sentiment == SentimentLabel.Negative ? 1 : 0;
        Neutral += post.Sentiment == SentimentLabel.Neutral ? 1 : 0;
        Positive += post.Sentiment == SentimentLabel.Positive ? 1 : 0;
        Reach += post.Reach;
        Platforms[post.Platform] = Platforms.GetValueOrDefault(post.Platform) + 1;
        Languages[post.Language] = Languages.GetValueOrDefault(post.Language) + 1;
        if (post.AuthorId is { } author && Authors.Count < MaxAuthors)
        {
            Authors.Add(StoryHash.Of(post.Platform, author));
        }

        var minute = MinuteOf(post.CreatedAtUtc);
        Minutes[minute] = Minutes.GetValueOrDefault(minute) + 1;
        DropOldMinutes();
    }

    /// <summary>Adds a wording.</summary>
    public void Learn(string postId, StoryFeature[] features)
    {
        Wordings++;
        Norm = null;
        foreach (var feature in features)
        {
            Features[feature.Key] = Features.GetValueOrDefault(feature.Key) + feature.Weight;
        }

        if (Members.Count < MaxMembers)
        {
            Members.Add((postId, features));
        }
    }

    /// <summary>What its wordings say on average.</summary>
    public StoryFeature[] Mean() => [.. Features.Select(feature => new StoryFeature(feature.Key, feature.Value / Wordings))];

    /// <summary>Takes in all that another story holds.</summary>
    public void Absorb(StoryGroup other)
    {
        Norm = null;
        Posts += other.Posts;
        Wordings += other.Wordings;
        Negative += other.Negative;
        Neutral += other.Neutral;
        Positive += other.Positive;
        Reach += other.Reach;
        FirstSeen = other.FirstSeen < FirstSeen ? other.FirstSeen : FirstSeen;
        LastSeen = other.LastSeen > LastSeen ? other.LastSeen : LastSeen;
        Add(Platforms, other.Platforms);
        Add(Languages, other.Languages);
        Add(Minutes, other.Minutes);
        DropOldMinutes();
        Authors.UnionWith(other.Authors);
        foreach (var (key, weight) in other.Features)
        {
            Features[key] = Features.GetValueOrDefault(key) + weight;
        }

        Members.AddRange(other.Members.Take(MaxMembers - Members.Count));
    }

    /// <summary>The features to drop so that no more than <see cref="MaxFeatures"/> are left: the lightest.</summary>
    public IReadOnlyList<ulong> Surplus() => Features.Count <= MaxFeatures ? [] :
    [
        .. Features.OrderByDescending(feature => feature.Value).ThenBy(feature => feature.Key).Skip(MaxFeatures * 7 / 8).Select(feature => feature.Key),
    ];

    /// <summary>Posts an hour over the hour up to its last post, or over its life when that is shorter, but over ten minutes at least.</summary>
    public double PerHour()
    {
        var span = Math.Clamp((LastSeen - FirstSeen).TotalHours, 1 / 6.0, 1);
        return Math.Round(Minutes.Values.Sum() / span, 1);
    }

    private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;

    private static void Add<TKey>(SortedDictionary<TKey, int> to, SortedDictionary<TKey, int> from)
        where TKey : notnull
    {
        foreach (var (key, count) in from)
        {
            to[key] = to.GetValueOrDefault(key) + count;
        }
    }

    private void DropOldMinutes()
    {
        var oldest = MinuteOf(LastSeen) - 59;
        while (Minutes.Count > 1 && Minutes.First().Key is var minute && minute < oldest)
        {
            Minutes.Remove(minute);
        }
    }
}
