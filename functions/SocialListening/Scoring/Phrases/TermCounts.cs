using System.Runtime.InteropServices;

namespace SocialListening.Scoring.Phrases;

/// <summary>
/// In how many posts of a window each phrase stands. Exact, so neither the order of the posts nor how they were split changes a
/// number; memory is bounded by the number of posts times <see cref="MaxPhrases"/>.
/// </summary>
internal sealed class TermCounts
{
    /// <summary>Phrases of one post that are counted; those of a longer one are the first.</summary>
    public const int MaxPhrases = 192;

    /// <summary>The weight of a post that is no copy.</summary>
    public const long Unit = 1L << 20;

    private readonly Dictionary<ulong, TermCount> _terms = [];
    private readonly Dictionary<ulong, int> _copies = [];
    private readonly PhraseText _words = new();
    private readonly PhraseSpan[] _spans = new PhraseSpan[MaxPhrases];
    private readonly OwnNames _own;

    public TermCounts(OwnNames own) => _own = own;

    /// <summary>Posts that were counted.</summary>
    public int Posts { get; private set; }

    /// <summary>The posts with copies of one wording damped, in units of <see cref="Unit"/>: whole numbers add up alike in any order.</summary>
    public long Weight { get; private set; }

    public IReadOnlyDictionary<ulong, TermCount> Terms => _terms;

    /// <summary>What the n-th post of one wording adds: n of them weigh 1 + ln n, since a repost repeats chance too.</summary>
    public static long CopyWeight(int nth) => nth == 1 ? Unit : (long)(Unit * Math.Log((double)nth / (nth - 1)));

    /// <summary>Counts a post.</summary>
    public void Add(string text, string language)
    {
        _words.Read(text, language, _own);
        var weight = CopyWeight(++CollectionsMarshal.GetValueRefOrAddDefault(_copies, WordingOf(_words.Words), out _));
        Weight += weight;
        Posts++;
        var count = PhraseCandidates.List(_words.Words, _own, _spans);
        foreach (ref readonly var span in _spans.AsSpan(0, count))
        {
            ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, span.Key, out _);
            if (term.LastPost != Posts)
            {
                term.LastPost = Posts;
                term.Posts++;
                term.Weight += weight;
                term.Score = Math.Max(term.Score, span.Weight / span.Content);
            }
        }
    }

    /// <summary>One number for all posts of the same words and phrases.</summary>
    internal static ulong WordingOf(ReadOnlySpan<PhraseWord> words)
    {
        var wording = 0UL;
        foreach (ref readonly var word in words)
        {
            wording = word.Class == WordClass.Link ? wording : WordKey.Join(wording, word.BreaksBefore ? ~word.Key : word.Key);
        }

        return wording;
    }
}
