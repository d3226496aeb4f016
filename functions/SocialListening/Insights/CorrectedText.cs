using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>A text with the tone that a person gave it: a row of a labelled sample.</summary>
/// <param name="MentionId">The mention's id.</param>
/// <param name="Label">The person's word: <c>negative</c>, <c>neutral</c> or <c>positive</c>.</param>
/// <param name="Text">The text as stored, with personal data masked.</param>
/// <param name="Language">ISO 639-1 code, or <c>und</c>.</param>
/// <param name="Scored">What the engine said, in the same words.</param>
/// <param name="Engine">The engine and its version.</param>
/// <param name="Correction">The correction.</param>
public sealed record CorrectedText(string MentionId, string Label, string Text, string Language, string Scored, string Engine, SentimentCorrection Correction)
{
    /// <summary>Makes the row of a corrected mention.</summary>
    /// <param name="mention">The mention, with a correction.</param>
    public static CorrectedText Of(ScoredMention mention) => new(
        mention.Mention.Id,
        NameOf(mention.Sentiment),
        mention.Mention.Text,
        mention.Score.Language,
        NameOf(mention.Score.Sentiment),
        mention.Score.Engine,
        mention.Correction!);

    private static string NameOf(SentimentLabel sentiment) => sentiment switch
    {
        SentimentLabel.Negative => "negative",
        SentimentLabel.Positive => "positive",
        _ => "neutral",
    };
}
