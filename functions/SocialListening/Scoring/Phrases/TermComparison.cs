namespace SocialListening.Scoring.Phrases;

/// <summary>
/// Finds what the posts of a window are about and what of it is new against the window before. The order of the posts changes
/// nothing. Safe for many threads.
/// </summary>
public static class TermComparison
{
    /// <summary>Least surprise of a rising term, as a z-score: with hundreds of terms compared, 2 would let chance through.</summary>
    public const double LeastSurprise = 3;

    private const int LeastPosts = 2;
    private const int PoolFactor = 12;

    // A phrase stands for its parts when nearly all of their posts hold it too.
    private const double SubsumedShare = 0.66;

    /// <summary>Compares two windows.</summary>
    /// <param name="window">The posts of the window.</param>
    /// <param name="before">The posts of the window before; none when nothing is known.</param>
    /// <param name="own">Names to leave out, such as the brand's.</param>
    /// <param name="limit">The most terms in each ranking, 1 or more.</param>
    public static TermRanking Compare(IReadOnlyList<TermPost> window, IReadOnlyList<TermPost> before, OwnNames own, int limit)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var now = CountsOf(window, own);
        var then = CountsOf(before, own);
        var least = Math.Max(LeastPosts, window.Count / 1000);
        var ranked = now.Terms
            .Where(term => term.Value.Posts >= least)
            .Select(term => Rank(term.Key, term.Value, now, then))
            .ToArray();
        var top = Best(ranked, term => term.Prominence, limit);
        var rising = then.Posts == 0 ? [] : Best(ranked.Where(term => term.Surprise >= LeastSurprise), term => term.Surprise, limit);
        var details = TermDetails.Read(window, own, [.. top.Concat(rising).Select(term => term.Key).Distinct()]);
        return new TermRanking(Choose(top, details, now, then, limit), Choose(rising, details, now, then, limit));
    }

    private static TermCounts CountsOf(IReadOnlyList<TermPost> posts, OwnNames own)
    {
        var counts = new TermCounts(own);
        foreach (var post in posts)
        {
            counts.Add(post.Text, post.Language);
        }

        return counts;
    }

    private static RankedTerm Rank(ulong key, in TermCount count, TermCounts now, TermCounts then)
    {
        var before = then.Terms.GetValueOrDefault(key);
        var surprise = Surprise.Of(Posts(count.Weight), Posts(now.Weight), Posts(before.Weight), Posts(then.Weight));
        return new RankedTerm(key, count.Posts, before.Posts, surprise, Posts(count.Weight) * count.Score * count.Score);
    }

    private static double Posts(long weight) => (double)weight / TermCounts.Unit;

    private static RankedTerm[] Best(IEnumerable<RankedTerm> terms, Func<RankedTerm, double> value, int limit) =>
        [.. terms.OrderByDescending(value).ThenByDescending(term => term.Posts).ThenBy(term => term.Key).Take(PoolFactor * limit)];

    private static List<Term> Choose(RankedTerm[] ranked, Dictionary<ulong, TermDetails> details, TermCounts now, TermCounts then, int limit)
    {
        var chosen = new List<Term>();
        var keys = new List<ulong[]>();
        foreach (var term in ranked)
        {
            var detail = details[term.Key];
            if (IsPartOfLonger(term, detail, ranked, details) || keys.Exists(other => Overlaps(other, detail.Words)))
            {
                continue;
            }

            keys.Add(detail.Words);
            chosen.Add(Make(term, detail, now, then));
            if (chosen.Count == limit)
            {
                break;
            }
        }

        return chosen;
    }

    private static bool IsPartOfLonger(RankedTerm term, TermDetails detail, RankedTerm[] ranked, Dictionary<ulong, TermDetails> details)
    {
        foreach (var other in ranked)
        {
            if (other.Posts >= SubsumedShare * term.Posts
                && details[other.Key].Words is var words && words.Length > detail.Words.Length
                && words.AsSpan().IndexOf(detail.Words) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // One holds the other.
    private static bool Overlaps(ulong[] a, ulong[] b) =>
        a.Length >= b.Length ? a.AsSpan().IndexOf(b) >= 0 : b.AsSpan().IndexOf(a) >= 0;

    private static Term Make(RankedTerm term, TermDetails detail, TermCounts now, TermCounts then)
    {
        var share = (double)term.Posts / now.Posts;
        return new Term
        {
            Text = detail.Text,
            Mentions = term.Posts,
            Before = term.Before,
            Share = Math.Round(share, 4),
            Lift = Math.Round((term.Posts + 0.5) / (now.Posts + 1) / ((term.Before + 0.5) / (then.Posts + 1)), 2),
            Surprise = Math.Round(then.Posts == 0 ? 0 : term.Surprise, 2),
            Negative = detail.Negative,
            Neutral = detail.Neutral,
            Positive = detail.Positive,
            Examples = detail.Examples,
        };
    }

    private readonly record struct RankedTerm(ulong Key, int Posts, int Before, double Surprise, double Prominence);
}
