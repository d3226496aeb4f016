using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SocialListening.Benchmarks.Sentiment;
using SocialListening.Scoring.Phrases;
using SocialListening.Stories;

namespace SocialListening.Benchmarks.Stories;

/// <summary><c>stories</c>: how well posts are grouped into stories, beside simple ways, and how fast.</summary>
internal static class StoriesCommand
{
    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A folder of labelled stories (*.txt)." };
        var command = new Command("stories", "Judge and time the grouping of posts into stories.") { data, BackgroundCommand.Create() };
        command.SetAction(result => Run(result.GetValue(data) ?? Path.Combine(RepositoryPaths.Root, "tests", "SocialListening.Benchmarks", "Stories", "Labelled")));
        return command;
    }

    private static int Run(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var posts = LabelledStories.Read(file);
            var told = posts.GroupBy(post => (post.Brand, post.Story)).Count(story => story.Count() > 1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)}: {posts.Count} posts of {posts.Select(post => post.Brand).Distinct().Count()} brands, {told} stories, {posts.GroupBy(post => (post.Brand, post.Story)).Count(story => story.Count() == 1)} posts alone"));
            Print("this grouping", posts, StoryGroupings.Tracked(posts, StoryWeights.Default, consolidate: true));
            Print("  without the second look", posts, StoryGroupings.Tracked(posts, StoryWeights.Default, consolidate: false));
            Print("  without ideas", posts, StoryGroupings.Tracked(posts, StoryWeights.Default with { Idea = 0 }, consolidate: true));
            Print("  without background", posts, StoryGroupings.Tracked(posts, StoryWeights.Default with { Background = false }, consolidate: true));
            Print("  without weight for names", posts, StoryGroupings.Tracked(posts, StoryWeights.Default with { Name = 1, Hashtag = 1 }, consolidate: true));
            Print("shared words, half or more", posts, StoryGroupings.Jaccard(posts, 0.5));
            Print("shared words, a fifth or more", posts, StoryGroupings.Jaccard(posts, 0.2));
            Print("fingerprints, up to 10 bits", posts, StoryGroupings.SimHash(posts, 10));
            Print("fingerprints, up to 20 bits", posts, StoryGroupings.SimHash(posts, 20));
            Time(posts);
        }

        return 0;
    }

    private static void Print(string name, IReadOnlyList<LabelledPost> posts, string[] groups)
    {
        var score = GroupingScore.Of(posts, groups);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-32} pairs: precision {score.PairPrecision:F3} recall {score.PairRecall:F3} F1 {score.PairF1:F3}   B-cubed: precision {score.CubedPrecision:F3} recall {score.CubedRecall:F3} F1 {score.CubedF1:F3}"));
    }

    // All posts as those of one brand, again and again with other ids an hour later, as a busy window would bring them.
    private static void Time(IReadOnlyList<LabelledPost> posts)
    {
        const int rounds = 10;
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var tracker = new StoryTracker(OwnNames.None);
            var start = Stopwatch.GetTimestamp();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var post in posts)
                {
                    tracker.Add(post.Post with { Id = $"{round}-{post.Post.Id}", Text = round == 0 ? post.Post.Text : $"{post.Post.Text} {(char)('a' + round)}{round}x", CreatedAtUtc = post.Post.CreatedAtUtc.AddHours(round) });
                }
            }

            tracker.Consolidate();
            best = Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < best ? elapsed : best;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rounds * posts.Count / best.TotalSeconds:F0} posts/s on one thread"));
    }
}
