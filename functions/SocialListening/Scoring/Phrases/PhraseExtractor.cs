using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Phrases;

/// <summary>
/// Finds the phrases that tell what a post is about, by statistics of the post alone or, with a background, of the posts
/// around it too. Works in every language that parts words by blanks; function words are known for nine. Allocates nothing but
/// the result. Safe for many threads.
/// </summary>
/// <remarks>
/// Candidates are runs of words between stop words, as in RAKE (S. Rose et al., "Automatic keyword extraction from individual
/// documents", 2010); words are weighed by case, place, repetition and length, as in YAKE (R. Campos et al., "YAKE! Keyword
/// extraction from single documents using multiple local features", Information Sciences 509, 2020).
/// </remarks>
public sealed class PhraseExtractor
{
    /// <summary>Phrases that are given at most, unless told otherwise.</summary>
    public const int DefaultLimit = 5;

    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly OwnNames _own;
    private readonly WordBackground? _background;

    /// <summary>Makes an extractor.</summary>
    /// <param name="own">Names that are never given, such as the brand's; <see langword="null"/> for none.</param>
    /// <param name="background">Posts against which a word may be common; <see langword="null"/> to judge each post alone.</param>
    public PhraseExtractor(OwnNames? own = null, WordBackground? background = null)
    {
        _own = own ?? OwnNames.None;
        _background = background;
    }

    /// <summary>The phrases of a post, the one that says most first; they share no word. Only the first 256 words count.</summary>
    /// <param name="text">The post; may be empty.</param>
    /// <param name="language">Its language as ISO 639-1; function words of all known languages are left out when it is another.</param>
    /// <param name="limit">The most phrases, 1 or more.</param>
    public IReadOnlyList<KeyPhrase> Extract(ReadOnlySpan<char> text, ReadOnlySpan<char> language, int limit = DefaultLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var scratch = _scratch ??= new Scratch();
        var best = Choose(scratch, text, scratch.Text.Cut(text), language, limit);
        if (best.IsEmpty)
        {
            return [];
        }

        var phrases = new KeyPhrase[best.Length];
        for (var i = 0; i < phrases.Length; i++)
        {
            var span = best[i];
            ref readonly var first = ref scratch.Text.Words[span.First];
            ref readonly var last = ref scratch.Text.Words[span.First + span.Count - 1];
            phrases[i] = new KeyPhrase(PhraseDisplay.Of(text, scratch.Text, span), span.Score, first.Start, last.Start + last.Length - first.Start);
        }

        return phrases;
    }

    /// <summary>The texts of <see cref="Extract"/>, ready to be stored with the post.</summary>
    /// <inheritdoc cref="Extract"/>
    public IReadOnlyList<string> ExtractTexts(ReadOnlySpan<char> text, ReadOnlySpan<char> language, int limit = DefaultLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var scratch = _scratch ??= new Scratch();
        return ExtractTexts(scratch, text, scratch.Text.Cut(text), language, limit);
    }

    /// <summary>The same for a text that is cut into tokens already, of <see cref="DefaultLimit"/> phrases at most.</summary>
    internal IReadOnlyList<string> ExtractTexts(ReadOnlySpan<char> text, TokenBuffer tokens, ReadOnlySpan<char> language) =>
        ExtractTexts(_scratch ??= new Scratch(), text, tokens, language, DefaultLimit);

    private string[] ExtractTexts(Scratch scratch, ReadOnlySpan<char> text, TokenBuffer tokens, ReadOnlySpan<char> language, int limit)
    {
        var best = Choose(scratch, text, tokens, language, limit);
        if (best.IsEmpty)
        {
            return [];
        }

        var phrases = new string[best.Length];
        for (var i = 0; i < phrases.Length; i++)
        {
            phrases[i] = PhraseDisplay.Of(text, scratch.Text, best[i]);
        }

        return phrases;
    }

    private ReadOnlySpan<PhraseSpan> Choose(Scratch scratch, ReadOnlySpan<char> text, TokenBuffer tokens, ReadOnlySpan<char> language, int limit)
    {
        scratch.Text.Read(text, tokens, language, _own);
        if (_background is not null)
        {
            scratch.Text.Weigh(_background);
        }

        var words = scratch.Text.Words;
        var count = PhraseCandidates.List(words, _own, scratch.Spans);
        var spans = scratch.Spans.AsSpan(0, count);
        var taken = scratch.Taken.AsSpan(0, words.Length);
        taken.Clear();
        var chosen = 0;
        while (chosen < Math.Min(limit, count))
        {
            var best = Best(spans[chosen..], words, taken, spans[..chosen]);
            if (best < 0)
            {
                break;
            }

            (spans[chosen], spans[chosen + best]) = (spans[chosen + best], spans[chosen]);
            taken.Slice(spans[chosen].First, spans[chosen].Count).Fill(true);
            chosen++;
        }

        return spans[..chosen];
    }

    // The first of the best, so that the choice does not hang on the order of the array after swaps.
    private static int Best(ReadOnlySpan<PhraseSpan> spans, ReadOnlySpan<PhraseWord> words, ReadOnlySpan<bool> taken, ReadOnlySpan<PhraseSpan> chosen)
    {
        var best = -1;
        var score = 0f;
        for (var i = 0; i < spans.Length; i++)
        {
            ref readonly var span = ref spans[i];
            var own = span.Score;
            var wins = own > score || (best >= 0 && own == score && (span.First, span.Count).CompareTo((spans[best].First, spans[best].Count)) < 0);
            if (wins && !taken.Slice(span.First, span.Count).Contains(true) && !IsChosen(span.Key, chosen))
            {
                best = i;
                score = own;
            }
        }

        return best;
    }

    private static bool IsChosen(ulong key, ReadOnlySpan<PhraseSpan> chosen)
    {
        foreach (ref readonly var other in chosen)
        {
            if (other.Key == key)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Scratch
    {
        public PhraseText Text { get; } = new();

        public PhraseSpan[] Spans { get; } = new PhraseSpan[PhraseCandidates.Max];

        public bool[] Taken { get; } = new bool[PhraseText.MaxWords];
    }
}
