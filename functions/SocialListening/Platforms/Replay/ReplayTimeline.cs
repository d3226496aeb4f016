using SocialListening.Contracts;

namespace SocialListening.Platforms.Replay;

/// <summary>
/// The bundled two weeks of an invented NGO and an invented café: the same posts with the same ids in every process. Immutable.
/// </summary>
public sealed class ReplayTimeline
{
    private readonly Dictionary<string, ReplayPost[]> _posts = new[] { ReplayScript.Ngo, ReplayScript.Cafe }.ToDictionary(b => b, ReplayBuilder.Build, StringComparer.Ordinal);

    /// <summary>The first moment: Monday 2026-03-16, midnight UTC.</summary>
    public DateTimeOffset Start { get; } = ReplayScript.Start;

    /// <summary>The end, exclusive: two weeks later. Clocks go forward in Europe on the day before.</summary>
    public DateTimeOffset End { get; } = ReplayScript.End;

    /// <summary>When everything can have been collected: the last post is shown by then.</summary>
    public DateTimeOffset CompleteAt => End.AddMinutes(2);

    /// <summary>When every source fails.</summary>
    public ReplayEvent CollectionGap => Events.Single(e => e.Kind == ReplayEventKind.CollectionGap);

    /// <summary>What happens, by time of beginning.</summary>
    public IReadOnlyList<ReplayEvent> Events { get; } = ReplayScript.Events.OrderBy(e => e.From).ToArray();

    /// <summary>The brands that it tells of.</summary>
    public IReadOnlyCollection<string> BrandIds => _posts.Keys;

    /// <summary>How many posts there are.</summary>
    public int Count => _posts.Values.Sum(p => p.Length);

    /// <summary>Gives a brand's mentions, by time of creation; empty for another brand.</summary>
    /// <param name="brandId">The brand.</param>
    public IEnumerable<Mention> Mentions(string brandId) => Posts(brandId).Select(p => p.Mention);

    /// <summary>Gives a brand's posts, by time of creation.</summary>
    internal ReplayPost[] Posts(string brandId) => _posts.GetValueOrDefault(brandId, []);
}
