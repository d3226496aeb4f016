namespace SocialListening.Scoring.Phrases;

/// <summary>Lists the phrases of a post: runs of one to four words between stop words and punctuation.</summary>
internal static class PhraseCandidates
{
    /// <summary>Most words of a phrase, links not counted.</summary>
    public const int MaxContent = 4;

    private const int MaxWords = 7;

    /// <summary>The most that a post can have.</summary>
    public const int Max = PhraseText.MaxWords * MaxContent;

    /// <summary>Writes the candidates and answers how many there are.</summary>
    /// <param name="words">The words of the post.</param>
    /// <param name="own">A phrase of nothing but words of these names is left out.</param>
    /// <param name="spans">Room for them; what does not fit is left out.</param>
    public static int List(ReadOnlySpan<PhraseWord> words, OwnNames own, Span<PhraseSpan> spans)
    {
        var count = 0;
        for (var first = 0; first < words.Length; first++)
        {
            if (words[first].Class == WordClass.Link)
            {
                continue;
            }

            var key = 0UL;
            var weight = 0f;
            var content = 0;
            var says = false;
            for (var i = first; i < words.Length && i - first < MaxWords && (i == first || !words[i].BreaksBefore); i++)
            {
                ref readonly var word = ref words[i];
                if (word.Class == WordClass.Link)
                {
                    continue;
                }

                key = WordKey.Join(key, word.Key);
                weight += word.Weight;
                says |= word.Class == WordClass.Content && !own.Holds(word.Key);
                content++;
                if (says && count < spans.Length)
                {
                    spans[count++] = new PhraseSpan(first, i - first + 1, content, key, weight);
                }

                if (content == MaxContent)
                {
                    break;
                }
            }
        }

        return count;
    }
}
