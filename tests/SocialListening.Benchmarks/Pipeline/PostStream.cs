using System.Globalization;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Platforms.Replay;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>
/// A busy stream over the texts of the bundled replay: the post at each position is made when it is asked for, so nothing is held.
/// Six sources, three for each brand, each with the same number of posts in every five minutes. Ids are distinct, except that a
/// share of the posts are ones that another source of the same brand shows too.
/// </summary>
internal sealed class PostStream
{
    public const int SourcesPerBrand = 3;
    public const int PostsPerPoll = 500;
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private const int Shares = 10_000;

    private readonly Mention[][] _templates;
    private readonly int _repeatShare;

    public PostStream(ReplayTimeline timeline, int count, double repeats)
    {
        Start = timeline.Start;
        Count = count;
        _repeatShare = (int)Math.Round(repeats * Shares);
        Brands = [.. BrandCatalog.Load(string.Empty, new BrandQueryChecker()).OrderBy(brand => brand.Id, StringComparer.Ordinal)];
        var matcher = new MentionMatcher(Brands);
        _templates = [.. Brands.Select(brand => timeline.Mentions(brand.Id).Where(mention => matcher.Match(mention) is [var only] && only == brand.Id).ToArray())];
    }

    public DateTimeOffset Start { get; }

    public int Count { get; }

    /// <summary>The demonstration's brands, in order.</summary>
    public IReadOnlyList<Brand> Brands { get; }

    public int Sources => Brands.Count * SourcesPerBrand;

    public int Steps => (Count + (Sources * PostsPerPoll) - 1) / (Sources * PostsPerPoll);

    /// <summary>How many posts of a brand have an id of their own: what must be stored in the end.</summary>
    public int DistinctOf(int brand) => Enumerable.Range(0, Count).Count(position => position % Sources / SourcesPerBrand == brand && !IsRepeat(position));

    /// <summary>The post of a source in a step, or null past the end of the stream.</summary>
    public Mention? Find(int step, int source, int row)
    {
        var position = PositionOf(step, source, row);
        if (position >= Count)
        {
            return null;
        }

        var other = (source / SourcesPerBrand * SourcesPerBrand) + ((source + 1) % SourcesPerBrand);
        var origin = position;
        while (IsRepeat(origin))
        {
            origin = PositionOf(step, other, --row);
        }

        return Make(origin, row);
    }

    private Mention Make(int position, int row)
    {
        var templates = _templates[position % Sources / SourcesPerBrand];
        var template = templates[(int)(Mix(position) % (uint)templates.Length)];
        var id = (114_000_000_000_000_000 + (position * 7919L)).ToString(CultureInfo.InvariantCulture);
        var step = position / (Sources * PostsPerPoll);
        return template with
        {
            PlatformPostId = id,
            Permalink = ReplayPostIds.Permalink(template.Platform, id),
            CreatedAtUtc = Start + (Step * step) + ((Step - TimeSpan.FromSeconds(2)) * row / PostsPerPoll) + TimeSpan.FromSeconds(1),
        };
    }

    private int PositionOf(int step, int source, int row) => (((step * PostsPerPoll) + row) * Sources) + source;

    // The first post of a source in a step is never a repeat, so that each repeat finds its origin in its own step.
    private bool IsRepeat(int position) => position / Sources % PostsPerPoll > 0 && Mix(position + 0x5EED) % Shares < _repeatShare;

    private static uint Mix(int number)
    {
        var x = (uint)number * 0x9E3779B9u;
        x = (x ^ (x >> 16)) * 0x85EBCA6Bu;
        return x ^ (x >> 13);
    }
}
