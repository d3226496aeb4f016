using System.Runtime.InteropServices;
using SocialListening.Contracts;

namespace SocialListening.Scoring.Phrases;

/// <summary>What a second reading of a window tells of the few terms that were chosen.</summary>
internal sealed class TermDetails
{
    private const int MaxExamples = 3;

    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly SortedList<string, ulong> _examples = new(StringComparer.Ordinal);

    private TermDetails(ulong[] words) => Words = words;

    /// <summary>The keys of its words, links left out.</summary>
    public ulong[] Words { get; }

    public int Negative { get; private set; }

    public int Neutral { get; private set; }

    public int Positive { get; private set; }

    /// <summary>The most frequent form; of equally frequent ones the first by code.</summary>
    public string Text => _forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

    public IReadOnlyList<string> Examples => [.. _examples.Keys];

    /// <summary>Reads the window for some terms.</summary>
    public static Dictionary<ulong, TermDetails> Read(IReadOnlyList<TermPost> window, OwnNames own, HashSet<ulong> keys)
    {
        var details = new Dictionary<ulong, TermDetails>(keys.Count);
        var words = new PhraseText();
        var spans = new PhraseSpan[TermCounts.MaxPhrases];
        var seen = new HashSet<ulong>();
        foreach (var post in window)
        {
            words.Read(post.Text, post.Language, own);
            seen.Clear();
            var count = PhraseCandidates.List(words.Words, own, spans);
            var wording = TermCounts.WordingOf(words.Words);
            for (var i = 0; i < count; i++)
            {
                if (keys.Contains(spans[i].Key) && seen.Add(spans[i].Key))
                {
                    ref var detail = ref CollectionsMarshal.GetValueRefOrAddDefault(details, spans[i].Key, out _);
                    detail ??= new TermDetails(KeysOf(words.Words.Slice(spans[i].First, spans[i].Count)));
                    detail.Add(post, wording, PhraseDisplay.Of(post.Text, words, spans[i]));
                }
            }
        }

        return details;
    }

    private static ulong[] KeysOf(ReadOnlySpan<PhraseWord> words)
    {
        var keys = new List<ulong>(words.Length);
        foreach (ref readonly var word in words)
        {
            if (word.Class != WordClass.Link)
            {
                keys.Add(word.Key);
            }
        }

        return [.. keys];
    }

    private void Add(TermPost post, ulong wording, string form)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_forms, form, out _)++;
        switch (post.Sentiment)
        {
            case SentimentLabel.Negative:
                Negative++;
                break;
            case SentimentLabel.Positive:
                Positive++;
                break;
            default:
                Neutral++;
                break;
        }

        AddExample(post.Id, wording);
    }

    // The lowest ids of different wordings: whatever the order of the posts, the same ones are kept.
    private void AddExample(string id, ulong wording)
    {
        var same = _examples.IndexOfValue(wording);
        if (same >= 0)
        {
            if (string.CompareOrdinal(id, _examples.GetKeyAtIndex(same)) < 0)
            {
                _examples.RemoveAt(same);
                _examples[id] = wording;
            }

            return;
        }

        _examples[id] = wording;
        if (_examples.Count > MaxExamples)
        {
            _examples.RemoveAt(MaxExamples);
        }
    }
}
