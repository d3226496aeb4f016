using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Scoring.Adaptation;

/// <summary>A corrected text as training sees it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The person's word.</param>
/// <param name="Features">Its words and word pairs, in ascending order.</param>
/// <param name="Negative">What the base model gives to negative.</param>
/// <param name="Neutral">What it gives to neutral.</param>
/// <param name="Positive">What it gives to positive.</param>
internal sealed record AdaptationExample(string Text, SentimentLabel Label, uint[] Features, float Negative, float Neutral, float Positive)
{
    public static AdaptationExample Of(EmbeddedScorer scorer, AdaptationSample sample)
    {
        var score = scorer.Score(sample.Text);
        return new AdaptationExample(sample.Text, sample.Label, [.. AdaptationFeatures.Of(sample.Text).Order()], score.Negative, score.Neutral, score.Positive);
    }
}
