using System.Runtime.CompilerServices;
using SocialListening.Contracts;

namespace SocialListening.Scoring.Cascade;

/// <summary>Reads the tone towards a brand out of what the service says of single targets.</summary>
internal sealed class BrandOpinions(IBrandNames names)
{
    private readonly ConditionalWeakTable<IReadOnlyList<string>, NameFinder> _finders = [];

    /// <summary>Gives the mean of the opinions whose target names the brand; <see langword="null"/> when none does.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="opinions">What the service says.</param>
    public TargetSentiment? Of(string brandId, IReadOnlyList<TargetOpinion> opinions)
    {
        var finder = _finders.GetValue(names.Of(brandId), static list => new NameFinder(list));
        var own = opinions.Where(opinion => finder.Find(opinion.Target).Count > 0).ToArray();
        if (own.Length == 0)
        {
            return null;
        }

        // The service gives targets no confidence in neutral: what is left of 1 is it.
        var negative = Math.Clamp(own.Average(opinion => opinion.Negative), 0, 1);
        var positive = Math.Clamp(own.Average(opinion => opinion.Positive), 0, 1 - negative);
        var neutral = 1 - negative - positive;
        var sentiment = negative > neutral && negative > positive ? SentimentLabel.Negative
            : positive > neutral && positive > negative ? SentimentLabel.Positive
            : SentimentLabel.Neutral;
        return new TargetSentiment(sentiment, negative, neutral, positive);
    }
}
