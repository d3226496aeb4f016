using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>
/// Adds up the weights of a text's words, word pairs, character sequences and summary numbers. Two scores of the
/// sentiment (against neutral), one of offence and one of the register come out of the same rows. People who talk to or
/// about an organisation use words otherwise than public debate does: the more a text looks like that, the more the
/// weights of that register are added (a mixture of experts after Jacobs and others, 1991, with a linear gate).
/// </summary>
internal sealed class SentimentWeights(EmbeddedModel model)
{
    private readonly RowTable _rows = new(model.TextRows);
    private readonly int _shift = 32 - model.TextBits;

    /// <summary>
    /// The scores of the tokens in <paramref name="buffer"/>. <paramref name="parts"/> (as long as the tokens) receives
    /// what each token added to the two sentiment scores; <paramref name="spare"/>, as long, is overwritten.
    /// </summary>
    public TextScores Score(
        TokenBuffer buffer,
        GramBuffer grams,
        int language,
        Span<float> valences,
        Span<(float Negative, float Positive)> parts,
        Span<(float Negative, float Positive)> spare)
    {
        var tokens = buffer.Tokens;
        ref var rows = ref _rows.First;
        Span<uint> hashes = stackalloc uint[2];
        var (wordFactor, gramFactor) = Factors(tokens, grams);
        var voice = LanguageTable.VoiceOf(language);
        var sum = default(TextScores);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            RowSums words = default, sequences = default;
            words.Add(ref rows, _shift, hashes[..Words(tokens, i, hashes)], language, voice);
            if (token.Kind == TokenKind.Word)
            {
                sequences.Add(ref rows, _shift, grams.FromThree(i, token), language, voice);
            }

            var scores = Scale(words, wordFactor, sequences, gramFactor);
            parts[i] = (scores.Negative, scores.Positive);
            spare[i] = (scores.VoiceNegative, scores.VoicePositive);
            sum.Add(scores);
        }

        var summary = Summary(tokens, language, voice, valences);
        sum.Add(summary);
        var share = sum.Mix(model.RegisterBias);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i].Negative += share * spare[i].Negative;
            parts[i].Positive += share * spare[i].Positive;
        }

        ShareOut(valences, summary.Negative + (share * summary.VoiceNegative), summary.Positive + (share * summary.VoicePositive), parts);
        return sum;
    }

    /// <summary>The two sentiment scores of the tokens in <paramref name="buffer"/>, without their parts and without offence.</summary>
    public TextScores ScoreTone(TokenBuffer buffer, GramBuffer grams, int language, Span<float> valences)
    {
        var tokens = buffer.Tokens;
        ref var rows = ref _rows.First;
        Span<uint> hashes = stackalloc uint[2];
        var voice = LanguageTable.VoiceOf(language);
        RowSums words = default, sequences = default;
        for (var i = 0; i < tokens.Length; i++)
        {
            words.Add(ref rows, _shift, hashes[..Words(tokens, i, hashes)], language, voice);
            if (tokens[i].Kind == TokenKind.Word)
            {
                sequences.Add(ref rows, _shift, grams.FromThree(i, tokens[i]), language, voice);
            }
        }

        var (wordFactor, gramFactor) = Factors(tokens, grams);
        var sum = Scale(words, wordFactor, sequences, gramFactor);
        sum.Add(Summary(tokens, language, voice, valences));
        sum.Mix(model.RegisterBias);
        return sum;
    }

    private TextScores Scale(in RowSums words, float wordFactor, in RowSums sequences, float gramFactor)
    {
        var word = model.SentimentScale * wordFactor;
        var gram = model.SentimentScale * gramFactor;
        return new TextScores
        {
            Negative = (words.Negative * word) + (sequences.Negative * gram),
            Positive = (words.Positive * word) + (sequences.Positive * gram),
            VoiceNegative = (words.Voice.Negative * word) + (sequences.Voice.Negative * gram),
            VoicePositive = (words.Voice.Positive * word) + (sequences.Voice.Positive * gram),
            Offensive = model.ToxicityScale * ((words.Offensive * wordFactor) + (sequences.Offensive * gramFactor)),
            Register = model.RegisterScale * ((words.Shared.Register * wordFactor) + (sequences.Shared.Register * gramFactor)),
        };
    }

    private static (float Word, float Gram) Factors(ReadOnlySpan<Token> tokens, GramBuffer grams) =>
        (1 / MathF.Sqrt(Math.Max(0, (2 * tokens.Length) - 1) + 1), 1 / MathF.Sqrt(grams.CountFromThree + 1));

    // The word, and the pair that it ends.
    private static int Words(ReadOnlySpan<Token> tokens, int index, Span<uint> hashes)
    {
        hashes[0] = tokens[index].Hash;
        if (index == 0)
        {
            return 1;
        }

        hashes[1] = FeatureHash.Pair(tokens[index - 1].Hash, tokens[index].Hash);
        return 2;
    }

    private TextScores Summary(ReadOnlySpan<Token> tokens, int language, int voice, Span<float> valences)
    {
        Span<float> summary = stackalloc float[SummaryFeatures.Count];
        SummaryFeatures.Fill(tokens, language, model.Valences, summary, valences);
        var sum = default(TextScores);
        AddSummaryRow(summary, 0, ref sum);
        if (language >= 0)
        {
            AddSummaryRow(summary, language + 1, ref sum);
        }

        if (voice >= 0)
        {
            var added = default(TextScores);
            AddSummaryRow(summary, voice + 1, ref added);
            sum.VoiceNegative = added.Negative;
            sum.VoicePositive = added.Positive;
        }

        return sum;
    }

    private void AddSummaryRow(ReadOnlySpan<float> summary, int row, ref TextScores sum)
    {
        const int Size = SummaryFeatures.Count * EmbeddedModel.SummaryOutputs;
        var weights = model.SummaryWeights.AsSpan(row * Size, Size);
        for (var j = 0; j < summary.Length; j++)
        {
            if (summary[j] != 0)
            {
                var at = weights.Slice(EmbeddedModel.SummaryOutputs * j, EmbeddedModel.SummaryOutputs);
                sum.Negative += at[0] * summary[j];
                sum.Positive += at[1] * summary[j];
                sum.Offensive += at[2] * summary[j];
                sum.Register += at[3] * summary[j];
            }
        }
    }

    // What the summary adds belongs to the tokens with a valence.
    private static void ShareOut(ReadOnlySpan<float> valences, float negative, float positive, Span<(float Negative, float Positive)> parts)
    {
        var total = 0f;
        foreach (var valence in valences)
        {
            total += Math.Abs(valence);
        }

        for (var i = 0; total > 0 && i < valences.Length; i++)
        {
            var share = Math.Abs(valences[i]) / total;
            parts[i].Negative += share * negative;
            parts[i].Positive += share * positive;
        }
    }
}
