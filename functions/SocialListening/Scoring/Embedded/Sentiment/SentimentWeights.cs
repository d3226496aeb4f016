using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>
/// Adds up the weights of a text's words, word pairs, character sequences and summary numbers. Two scores of the
/// sentiment (against neutral) and one of offence come out of the same rows.
/// </summary>
internal sealed class SentimentWeights(EmbeddedModel model)
{
    /// <summary>Shortest character sequence.</summary>
    public const int ShortestGram = 2;

    /// <summary>Longest character sequence.</summary>
    public const int LongestGram = 5;

    private readonly uint[] _rows = model.TextRows;
    private readonly int _shift = 32 - model.TextBits;

    /// <summary>Scores of a text.</summary>
    public struct Scores
    {
        public float Negative;
        public float Positive;
        public float Offensive;
    }

    /// <summary>
    /// The scores of the tokens in <paramref name="buffer"/>. <paramref name="parts"/> (as long as the tokens) receives
    /// what each token added to the two sentiment scores.
    /// </summary>
    public Scores Score(TokenBuffer buffer, int language, Span<float> valences, Span<(float Negative, float Positive)> parts)
    {
        var tokens = buffer.Tokens;
        Span<uint> hashes = stackalloc uint[CharacterGrams.MaxGrams];
        var wordFactor = 1 / MathF.Sqrt(Math.Max(0, (2 * tokens.Length) - 1) + 1);
        var gramFactor = 1 / MathF.Sqrt(CountGrams(tokens) + 1);
        var scale = model.SentimentScale;
        var sum = default(Scores);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var count = 1;
            hashes[0] = token.Hash;
            if (i > 0)
            {
                hashes[count++] = FeatureHash.Pair(tokens[i - 1].Hash, token.Hash);
            }

            var words = StepSum.Of(_rows, _shift, hashes[..count], language);
            var grams = default(StepSum);
            if (token.Kind == TokenKind.Word)
            {
                count = CharacterGrams.Write(
                    buffer.Normalized, token.NormalStart, token.NormalLength, ShortestGram, LongestGram, hashes);
                grams = StepSum.Of(_rows, _shift, hashes[..count], language);
            }

            parts[i] = (
                scale * ((words.Negative * wordFactor) + (grams.Negative * gramFactor)),
                scale * ((words.Positive * wordFactor) + (grams.Positive * gramFactor)));
            sum.Negative += parts[i].Negative;
            sum.Positive += parts[i].Positive;
            sum.Offensive += model.ToxicityScale * ((words.Offensive * wordFactor) + (grams.Offensive * gramFactor));
        }

        AddSummary(tokens, language, ref sum, valences, parts);
        return sum;
    }

    private static int CountGrams(ReadOnlySpan<Token> tokens)
    {
        var count = 0;
        foreach (ref readonly var token in tokens)
        {
            if (token.Kind == TokenKind.Word)
            {
                count += CharacterGrams.CountOf(token.NormalLength, ShortestGram, LongestGram);
            }
        }

        return count;
    }

    private void AddSummary(
        ReadOnlySpan<Token> tokens, int language, ref Scores sum, Span<float> valences, Span<(float Negative, float Positive)> parts)
    {
        Span<float> summary = stackalloc float[SummaryFeatures.Count];
        SummaryFeatures.Fill(tokens, language, model.Valences, summary, valences);
        var before = sum;
        AddSummaryRow(summary, 0, ref sum);
        if (language >= 0)
        {
            AddSummaryRow(summary, language + 1, ref sum);
        }

        var total = 0f;
        foreach (var valence in valences)
        {
            total += Math.Abs(valence);
        }

        if (total > 0)
        {
            for (var i = 0; i < valences.Length; i++)
            {
                var share = Math.Abs(valences[i]) / total;
                parts[i].Negative += share * (sum.Negative - before.Negative);
                parts[i].Positive += share * (sum.Positive - before.Positive);
            }
        }
    }

    private void AddSummaryRow(ReadOnlySpan<float> summary, int row, ref Scores sum)
    {
        var weights = model.SummaryWeights.AsSpan(row * SummaryFeatures.Count * 3, SummaryFeatures.Count * 3);
        for (var j = 0; j < summary.Length; j++)
        {
            if (summary[j] != 0)
            {
                sum.Negative += weights[3 * j] * summary[j];
                sum.Positive += weights[(3 * j) + 1] * summary[j];
                sum.Offensive += weights[(3 * j) + 2] * summary[j];
            }
        }
    }
}
