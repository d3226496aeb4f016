namespace SocialListening.Scoring.Phrases;

/// <summary>Counts of one phrase in one window.</summary>
internal struct TermCount
{
    /// <summary>Posts that hold it.</summary>
    public int Posts;

    /// <summary>The same with copies damped, in units of <see cref="TermCounts.Unit"/>.</summary>
    public long Weight;

    /// <summary>The most that one of its words says, as <see cref="PhraseWord.Weight"/> gives it on average over the phrase.</summary>
    public float Score;

    /// <summary>Number of the last post that holds it, from 1.</summary>
    public int LastPost;
}
