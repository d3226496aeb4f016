namespace SocialListening.Scoring.Phrases;

/// <summary>What people talk about in a window, in one phrase. All counts are posts; a post counts once.</summary>
public sealed record Term
{
    /// <summary>The phrase in its most frequent form.</summary>
    public required string Text { get; init; }

    /// <summary>Posts that hold it in any form: other case, accents, plural, as a hashtag.</summary>
    public required int Mentions { get; init; }

    /// <summary>The same in the window before.</summary>
    public required int Before { get; init; }

    /// <summary>Share of the window's posts, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Its share here over its share before, half a post added on either side: 2 is twice as frequent, 1 as before.</summary>
    public required double Lift { get; init; }

    /// <summary>How surely it rose, as a z-score with copies of one wording damped; below 2 it may well be chance.</summary>
    public required double Surprise { get; init; }

    /// <summary>Negative posts that hold it.</summary>
    public required int Negative { get; init; }

    /// <summary>Neutral posts that hold it.</summary>
    public required int Neutral { get; init; }

    /// <summary>Positive posts that hold it.</summary>
    public required int Positive { get; init; }

    /// <summary>Ids of up to three posts that hold it, of different wordings where there are.</summary>
    public required IReadOnlyList<string> Examples { get; init; }
}
