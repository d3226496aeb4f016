namespace SocialListening.Scoring.Phrases;

/// <summary>One word of a post that may belong to a phrase.</summary>
internal struct PhraseWord
{
    /// <summary>UTF-16 offset in the text.</summary>
    public int Start;

    /// <summary>UTF-16 units in the text.</summary>
    public int Length;

    /// <summary>The key of its forms; see <see cref="WordKey"/>.</summary>
    public ulong Key;

    /// <summary>What it may do; never <see cref="WordClass.Stop"/>.</summary>
    public WordClass Class;

    /// <summary>No phrase reaches over the place before it.</summary>
    public bool BreaksBefore;

    /// <summary>It stands in a hashtag.</summary>
    public bool IsHashtag;

    /// <summary>It begins with a capital that the beginning of a sentence does not explain.</summary>
    public bool IsName;

    /// <summary>Its display is the normalised form: a stretched word, or one that is a capital only for its place.</summary>
    public bool ShowsNormalized;

    /// <summary>Offset of the normalised form in the token buffer.</summary>
    public int NormalStart;

    /// <summary>Length of the normalised form.</summary>
    public int NormalLength;

    /// <summary>How much it says, above 0; 0 for links.</summary>
    public float Weight;
}
