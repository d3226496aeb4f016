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

    /// <summary>Scores of a text.</summary>
    public struct Scores
    {
        public float Negative;
        public float Positive;
        public float Offensive;
    }

    private struct Steps
    {
        public int Negative;
        public int Positive;
        public int Offensive;
    }

    /// <summary>
    /// The scores of the tokens in <paramref name="buffer"/>. <paramref name="parts"/> (as long as the tokens) receives
    /// what each token added to the two sentiment scores.
    /// </summary>
    public Scores Score(TokenBuffer buffer, int language, Span<float> valences, Span<(float Negative, float Positive)> parts)
    {
        var tokens = buffer.Tokens;
        Span<uint> grams = stackalloc uint[CharacterGrams.MaxGrams];
        var sum = default(Scores);
        var wordFactor = 1 / MathF.Sqrt(Math.Max(0, (2 * tokens.Length) - 1) + 1);
        var gramTotal = 0;
        var allWords = default(Steps);
        var allGrams = default(Steps);

        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Word)
            {
                gramTotal += CharacterGrams.CountOf(token.NormalLength, ShortestGram, LongestGram);
            }
        }

        var gramFactor = 1 / MathF.Sqrt(gramTotal + 1);
        var scale = model.SentimentScale;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var words = default(Steps);
            Add(ref words, token.Hash, language);
            if (i > 0)
            {
                Add(ref words, FeatureHash.Pair(tokens[i - 1].Hash, token.Hash), language);
            }

            var chars = default(Steps);
            if (token.Kind == TokenKind.Word)
            {
                var count = CharacterGrams.Write(
                    buffer.Normalized, token.NormalStart, token.NormalLength, ShortestGram, LongestGram, grams);
                foreach (var hash in grams[..count])
                {
                    Add(ref chars, hash, language);
                }
            }

            parts[i] = (
                scale * ((words.Negative * wordFactor) + (chars.Negative * gramFactor)),
                scale * ((words.Positive * wordFactor) + (chars.Positive * gramFactor)));
            AddTo(ref allWords, words);
            AddTo(ref allGrams, chars);
        }

        sum.Negative = scale * ((allWords.Negative * wordFactor) + (allGrams.Negative * gramFactor));
        sum.Positive = scale * ((allWords.Positive * wordFactor) + (allGrams.Positive * gramFactor));
        sum.Offensive = model.ToxicityScale * ((allWords.Offensive * wordFactor) + (allGrams.Offensive * gramFactor));
        AddSummary(tokens, language, ref sum, valences, parts);
        return sum;
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

    private void Add(ref Steps steps, uint hash, int language)
    {
        var shift = 32 - model.TextBits;
        var row = model.TextRows[hash >> shift];
        steps.Negative += (sbyte)row;
        steps.Positive += (sbyte)(row >> 8);
        steps.Offensive += (sbyte)(row >> 16);
        if (language >= 0)
        {
            row = model.TextRows[FeatureHash.ForLanguage(hash, language) >> shift];
            steps.Negative += (sbyte)row;
            steps.Positive += (sbyte)(row >> 8);
            steps.Offensive += (sbyte)(row >> 16);
        }
    }

    private static void AddTo(ref Steps total, Steps part)
    {
        total.Negative += part.Negative;
        total.Positive += part.Positive;
        total.Offensive += part.Offensive;
    }
}
