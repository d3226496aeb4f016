namespace SocialListening.Scoring.Phrases;

/// <summary>A phrase of one post: which of its words, and how much it says.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">Number of its words, links between them included.</param>
/// <param name="Content">Number of its words that are no links, 1 to <see cref="PhraseCandidates.MaxContent"/>.</param>
/// <param name="Key">One number for all its forms.</param>
/// <param name="Weight">The sum of its words' weights, above 0.</param>
internal readonly record struct PhraseSpan(int First, int Count, int Content, ulong Key, float Weight)
{
    /// <summary>RAKE adds up the words of a phrase; here longer ones gain less, since posts are short and every run of words is rare.</summary>
    public float Score => Weight * Damping[Content];

    // 1 / n^0.6
    private static ReadOnlySpan<float> Damping => [0, 1, 0.65975f, 0.51728f, 0.43528f];
}
