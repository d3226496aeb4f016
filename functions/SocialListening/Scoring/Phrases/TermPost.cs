using SocialListening.Contracts;

namespace SocialListening.Scoring.Phrases;

/// <summary>A post as far as its terms are counted.</summary>
/// <param name="Id">The mention's id.</param>
/// <param name="Text">Its text.</param>
/// <param name="Language">Its language code.</param>
/// <param name="Sentiment">Its tone, the corrected one where there is one.</param>
public readonly record struct TermPost(string Id, string Text, string Language, SentimentLabel Sentiment)
{
    /// <summary>The post of a stored mention.</summary>
    /// <param name="mention">The mention.</param>
    public static TermPost Of(ScoredMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return new TermPost(mention.Mention.Id, mention.Mention.Text, mention.Score.Language, mention.Sentiment);
    }
}
