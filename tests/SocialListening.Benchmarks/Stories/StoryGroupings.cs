using System.Numerics;
using SocialListening.Scoring.Phrases;
using SocialListening.Spikes.Running;
using SocialListening.Stories;

namespace SocialListening.Benchmarks.Stories;

/// <summary>The ways of grouping that are compared. Each answers the name of the group for every post, in order.</summary>
internal static class StoryGroupings
{
    /// <summary>The product's.</summary>
    public static string[] Tracked(IReadOnlyList<LabelledPost> posts, StoryWeights weights, bool consolidate)
    {
        var trackers = new Dictionary<string, StoryTracker>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            if (!trackers.TryGetValue(post.Brand, out var tracker))
            {
                trackers[post.Brand] = tracker = new StoryTracker(new OwnNames([post.BrandName]), weights);
            }

            tracker.Add(post.Post);
        }

        if (consolidate)
        {
            foreach (var tracker in trackers.Values)
            {
                tracker.Consolidate();
            }
        }

        return [.. posts.Select(post => trackers[post.Brand].StoryOf(post.Post.Id)!)];
    }

    /// <summary>A post joins the earlier post with which it shares the largest share of words, if that is enough.</summary>
    public static string[] Jaccard(IReadOnlyList<LabelledPost> posts, double least)
    {
        var words = posts.Select(post => WordsOf(post.Post.Text)).ToArray();
        return Chain(posts, (i, j) =>
        {
            var shared = words[i].Count(words[j].Contains);
            return (double)shared / (words[i].Count + words[j].Count - shared);
        }, least);
    }

    /// <summary>A post joins an earlier one whose fingerprint differs in few bits.</summary>
    public static string[] SimHash(IReadOnlyList<LabelledPost> posts, int most)
    {
        var prints = posts.Select(post => NearDuplicates.Fingerprint(post.Post.Text)).ToArray();
        return Chain(posts, (i, j) => prints[i] == 0 || prints[j] == 0 ? -65 : -BitOperations.PopCount(prints[i] ^ prints[j]), -most);
    }

    private static string[] Chain(IReadOnlyList<LabelledPost> posts, Func<int, int, double> likeness, double least)
    {
        var groups = new string[posts.Count];
        for (var i = 0; i < posts.Count; i++)
        {
            groups[i] = posts[i].Post.Id;
            var best = least;
            for (var j = 0; j < i; j++)
            {
                if (posts[j].Brand == posts[i].Brand && likeness(i, j) is var value && value >= best)
                {
                    best = value;
                    groups[i] = groups[j];
                }
            }
        }

        return groups;
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '!', '?', '\'', '’', '«', '»', '"', '(', ')', '#'], StringSplitOptions.RemoveEmptyEntries)];
}
