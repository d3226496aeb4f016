namespace SocialListening.Scoring.Phrases;

/// <summary>
/// In how many posts of a background each word stands, so that what everybody always says weighs little. Counts are sums: the
/// order of the posts changes nothing. Immutable.
/// </summary>
public sealed class WordBackground
{
    /// <summary>Words that are kept at most: those in the most posts.</summary>
    public const int MaxWords = 50_000;

    private readonly Dictionary<ulong, int> _posts;
    private readonly float _scale;

    private WordBackground(Dictionary<ulong, int> posts, int total)
    {
        _posts = posts;
        Posts = total;
        _scale = 1 / MathF.Log(total + 2);
    }

    /// <summary>Posts that were counted.</summary>
    public int Posts { get; }

    /// <summary>Counts the words of posts.</summary>
    /// <param name="posts">Texts with their language codes.</param>
    public static WordBackground Of(IEnumerable<(string Text, string Language)> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var counts = new Dictionary<ulong, int>();
        var words = new PhraseText();
        var seen = new HashSet<ulong>();
        var total = 0;
        foreach (var (text, language) in posts)
        {
            total++;
            words.Read(text, language, OwnNames.None);
            seen.Clear();
            foreach (ref readonly var word in words.Words)
            {
                if (seen.Add(word.Key))
                {
                    counts[word.Key] = counts.GetValueOrDefault(word.Key) + 1;
                }
            }
        }

        if (counts.Count > MaxWords)
        {
            counts = counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(MaxWords).ToDictionary();
        }

        return new WordBackground(counts, total);
    }

    /// <summary>How surprising a word is: 1 when no post has it, near 0 when all have.</summary>
    internal float SurpriseOf(ulong word) =>
        MathF.Log((Posts + 2f) / (_posts.GetValueOrDefault(word) + 1f)) * _scale;
}
