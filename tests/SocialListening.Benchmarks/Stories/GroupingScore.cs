namespace SocialListening.Benchmarks.Stories;

/// <summary>
/// How well posts are grouped: over pairs of posts of one brand, and by B-cubed (A. Bagga, B. Baldwin, "Algorithms for scoring
/// coreference chains", 1998), which gives each post the same weight.
/// </summary>
internal sealed record GroupingScore(double PairPrecision, double PairRecall, double CubedPrecision, double CubedRecall, int Groups)
{
    public double PairF1 => Harmonic(PairPrecision, PairRecall);

    public double CubedF1 => Harmonic(CubedPrecision, CubedRecall);

    /// <summary>Scores the groups of posts, named in the order of the posts.</summary>
    public static GroupingScore Of(IReadOnlyList<LabelledPost> posts, IReadOnlyList<string> groups)
    {
        long both = 0, found = 0, real = 0;
        double precision = 0, recall = 0;
        for (var i = 0; i < posts.Count; i++)
        {
            int shared = 0, inGroup = 0, inStory = 0;
            for (var j = 0; j < posts.Count; j++)
            {
                var sameBrand = posts[i].Brand == posts[j].Brand;
                var sameGroup = sameBrand && groups[i] == groups[j];
                var sameStory = sameBrand && posts[i].Story == posts[j].Story;
                shared += sameGroup && sameStory ? 1 : 0;
                inGroup += sameGroup ? 1 : 0;
                inStory += sameStory ? 1 : 0;
            }

            both += shared - 1;
            found += inGroup - 1;
            real += inStory - 1;
            precision += (double)shared / inGroup;
            recall += (double)shared / inStory;
        }

        return new GroupingScore(
            found == 0 ? 1 : (double)both / found,
            real == 0 ? 1 : (double)both / real,
            precision / posts.Count,
            recall / posts.Count,
            posts.Zip(groups, (post, group) => (post.Brand, group)).Distinct().Count());
    }

    private static double Harmonic(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);
}
