using SocialListening.Contracts;

namespace SocialListening.Scoring.Cascade;

/// <summary>
/// How much a better answer on a text is worth: how unsure the embedded scorer is, times how much hangs on it. Both are 0 to 1,
/// so the weight is too.
/// </summary>
public static class TextWeight
{
    // What any post matters, and how far each reason can raise that. Reasons are joined as if they were independent.
    private const double Base = 0.2;
    private const double MostByReach = 0.8;
    private const double MostByBlame = 0.6;
    private const double ByCandidate = 0.3;

    // A million people reached is the most that counts.
    private const double FullReach = 6;

    /// <summary>Gives the weight of a scored mention.</summary>
    /// <param name="scored">The mention with its embedded score.</param>
    /// <param name="inAlert">Whether an alert of its brand is open.</param>
    public static double Of(ScoredMention scored, bool inAlert) =>
        Uncertainty(scored.Score.Negative, scored.Score.Neutral, scored.Score.Positive) * Importance(scored, inAlert);

    /// <summary>How unsure a calibrated answer is: 1 less the lead of the most probable tone before the next; 0 when it is certain, 1 on a tie.</summary>
    /// <param name="negative">Probability of negative.</param>
    /// <param name="neutral">Probability of neutral.</param>
    /// <param name="positive">Probability of positive.</param>
    public static double Uncertainty(float negative, float neutral, float positive)
    {
        var first = Math.Max(negative, Math.Max(neutral, positive));
        var least = Math.Min(negative, Math.Min(neutral, positive));
        var second = negative + neutral + positive - first - least;
        return Math.Clamp(1 - (first - second), 0, 1);
    }

    /// <summary>How much hangs on a mention: whom it reaches, whether it may be blame, and whether an alert may come of it or is open.</summary>
    /// <param name="scored">The mention with its embedded score.</param>
    /// <param name="inAlert">Whether an alert of its brand is open.</param>
    public static double Importance(ScoredMention scored, bool inAlert)
    {
        var reach = MostByReach * Math.Min(1, Math.Log10(1 + Audience(scored.Mention)) / FullReach);
        var blame = MostByBlame * Math.Max(scored.Score.Negative, scored.Score.Toxicity ?? 0);
        var candidate = inAlert || scored.Score.Intents.Contains(IntentNames.BoycottCall) ? ByCandidate : 0;
        return 1 - ((1 - Base) * (1 - reach) * (1 - Math.Min(1, blame)) * (1 - candidate));
    }

    // People reached, roughly: each who passes a post on shows it to about ten more.
    private static double Audience(Mention mention)
    {
        var passedOn = (double)(mention.Reposts ?? 0) + (mention.Quotes ?? 0);
        return Math.Max(0, (mention.AuthorFollowers ?? 0) + (mention.Likes ?? 0) + (mention.Replies ?? 0) + (10 * passedOn) + ((mention.Views ?? 0) / 10.0));
    }
}
