using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Stories;

namespace SocialListening.Benchmarks.Stories;

/// <summary>
/// Reads files of labelled stories: a line <c>!brand name</c> names a brand, <c>@story brand start-minute spread-minutes</c> begins a block, each further line is
/// <c>language|text</c>; the posts of a block are spread evenly. <c>@-</c> and <c>@~</c> hold posts that are stories of their own, <c>#</c>
/// begins a remark.
/// </summary>
internal static class LabelledStories
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The posts of a file by time.</summary>
    public static IReadOnlyList<LabelledPost> Read(string path)
    {
        var posts = new List<LabelledPost>();
        var lines = File.ReadAllLines(path);
        var names = lines.Where(line => line.StartsWith('!')).ToDictionary(line => line[1..line.IndexOf(' ', StringComparison.Ordinal)], line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        foreach (var block in Blocks(lines))
        {
            var head = block[0][1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = int.Parse(head[2], CultureInfo.InvariantCulture);
            var spread = int.Parse(head[3], CultureInfo.InvariantCulture);
            for (var i = 1; i < block.Count; i++)
            {
                var bar = block[i].IndexOf('|', StringComparison.Ordinal);
                var id = $"{head[1]}-{head[0]}-{i}";
                var post = new StoryPost
                {
                    Id = id,
                    Text = block[i][(bar + 1)..],
                    Language = block[i][..bar],
                    Platform = PlatformNames.Mastodon,
                    AuthorId = id,
                    Sentiment = SentimentLabel.Neutral,
                    CreatedAtUtc = Start.AddMinutes(start + ((double)spread * (i - 1) / Math.Max(1, block.Count - 2))),
                };
                posts.Add(new LabelledPost(head[1], names[head[1]], head[0] is "-" or "~" ? id : head[0], post));
            }
        }

        return [.. posts.OrderBy(post => post.Post.CreatedAtUtc).ThenBy(post => post.Post.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<List<string>> Blocks(IEnumerable<string> lines)
    {
        List<string>? block = null;
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] is not ('#' or '!')))
        {
            if (line[0] == '@')
            {
                if (block is not null)
                {
                    yield return block;
                }

                block = [];
            }

            (block ?? throw new InvalidDataException("The file begins without a line '@story brand start spread'.")).Add(line);
        }

        if (block is not null)
        {
            yield return block;
        }
    }
}
