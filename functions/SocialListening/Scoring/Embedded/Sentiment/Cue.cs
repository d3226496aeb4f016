namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>What a function word does to the words after it.</summary>
internal enum Cue : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Turns the valence round.</summary>
    Negator,

    /// <summary>Makes the valence stronger.</summary>
    Intensifier,

    /// <summary>Makes the valence weaker.</summary>
    Diminisher,

    /// <summary>What follows counts more than what came before.</summary>
    Contrast,
}
