namespace SocialListening.Contracts;

/// <summary>A person's word on the tone of a mention. It stands above every score, also later ones.</summary>
/// <param name="Sentiment">The tone that the person gave.</param>
/// <param name="AtUtc">When it was given.</param>
/// <param name="By">Who gave it, as a keyed pseudonym; <see langword="null"/> when the caller did not say.</param>
/// <param name="Note">Why, 1 to 500 characters without personal data; <see langword="null"/> when the caller did not say.</param>
public sealed record SentimentCorrection(SentimentLabel Sentiment, DateTimeOffset AtUtc, string? By = null, string? Note = null)
{
    /// <summary>The same correction, given when <paramref name="other"/> was: equal to it when only their times differ.</summary>
    /// <param name="other">The correction whose time is taken.</param>
    public SentimentCorrection WithTimeOf(SentimentCorrection other) => this with { AtUtc = other.AtUtc };
}
