using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>Picks the tokens that weighed most.</summary>
internal static class Explanation
{
    /// <summary>The tokens with the greatest share, for or against, in the most probable sentiment; strongest first.</summary>
    public static TokenWeights Strongest(
        ReadOnlySpan<Token> tokens, ReadOnlySpan<(float Negative, float Positive)> parts, float negative, float neutral, float positive)
    {
        // Scores are against neutral, whose own score is 0: share of the winner less the mean share of the others.
        var (a, b) = negative > neutral && negative > positive ? (1f, -0.5f)
            : positive > neutral ? (-0.5f, 1f)
            : (-0.5f, -0.5f);
        var top = default(TokenWeights);
        for (var i = 0; i < tokens.Length; i++)
        {
            var weight = (a * parts[i].Negative) + (b * parts[i].Positive);
            if (Math.Abs(weight) > Math.Abs(top[TokenWeights.Capacity - 1].Weight))
            {
                Insert(ref top, new TokenWeight(tokens[i].Start, tokens[i].Length, weight));
            }
        }

        return top;
    }

    private static void Insert(ref TokenWeights top, TokenWeight entry)
    {
        var place = TokenWeights.Capacity - 1;
        while (place > 0 && Math.Abs(top[place - 1].Weight) < Math.Abs(entry.Weight))
        {
            top[place] = top[place - 1];
            place--;
        }

        top[place] = entry;
    }
}
