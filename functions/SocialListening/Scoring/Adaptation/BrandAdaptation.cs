using System.Collections.Frozen;
using SocialListening.Contracts;

namespace SocialListening.Scoring.Adaptation;

/// <summary>
/// What the corrections of one brand add to the embedded scorer: a bias and a small table of weights for words and word pairs,
/// which move the log-odds of negative and positive against neutral. The base model stays as it is. Safe for many threads.
/// </summary>
public sealed class BrandAdaptation
{
    /// <summary>The most words and word pairs with a weight.</summary>
    public const int MaxWeights = 12_000;

    /// <summary>The most that a text's log-odds are moved, either way, so that a clear text stays what it is.</summary>
    public const float LargestShift = 3;

    private readonly FrozenDictionary<uint, (sbyte Negative, sbyte Positive)> _weights;

    internal BrandAdaptation(string baseModel, int texts, float negativeBias, float positiveBias, float scale, IReadOnlyDictionary<uint, (sbyte Negative, sbyte Positive)> weights, string fingerprint)
    {
        (BaseModel, Texts, NegativeBias, PositiveBias, Scale, Fingerprint) = (baseModel, texts, negativeBias, positiveBias, scale, fingerprint);
        _weights = weights.ToFrozenDictionary();
    }

    /// <summary>The version of the base model that it was learnt on top of, and without which it means nothing.</summary>
    public string BaseModel { get; }

    /// <summary>How many corrected texts it was learnt from.</summary>
    public int Texts { get; }

    /// <summary>Eight hexadecimal digits of its content, which name it in <see cref="MentionScore.Engine"/>.</summary>
    public string Fingerprint { get; }

    internal float NegativeBias { get; }

    internal float PositiveBias { get; }

    internal float Scale { get; }

    internal IReadOnlyDictionary<uint, (sbyte Negative, sbyte Positive)> Weights => _weights;

    /// <summary>
    /// Moves the tone of a score by what the brand's corrections say of the text. A score that another engine or another version
    /// of the base model gave is returned as it is.
    /// </summary>
    /// <param name="text">The text that was scored.</param>
    /// <param name="score">What the base model said of it.</param>
    public MentionScore Apply(string text, MentionScore score)
    {
        if (score.Engine.Length != EngineName.Prefix.Length + BaseModel.Length
            || !score.Engine.StartsWith(EngineName.Prefix, StringComparison.Ordinal)
            || !score.Engine.EndsWith(BaseModel, StringComparison.Ordinal))
        {
            return score;
        }

        var (negative, neutral, positive) = Apply(AdaptationFeatures.Of(text), score.Negative, score.Neutral, score.Positive);
        var moved = score with
        {
            Sentiment = LabelOf(negative, neutral, positive),
            Negative = negative,
            Neutral = neutral,
            Positive = positive,
            Engine = string.Concat(score.Engine, "+", Fingerprint),
        };

        // Tokens explain, and intents follow, the tone that is no longer said.
        return moved.Sentiment == score.Sentiment ? moved : moved with { TopTokens = [], Intents = ToneIntents.Settle(score.Intents, moved) };
    }

    /// <summary>The most probable tone; on a tie the milder one.</summary>
    internal static SentimentLabel LabelOf(float negative, float neutral, float positive) =>
        negative > neutral && negative > positive ? SentimentLabel.Negative
        : positive > neutral && positive >= negative ? SentimentLabel.Positive
        : SentimentLabel.Neutral;

    /// <summary>The probabilities of a text with these features.</summary>
    internal (float Negative, float Neutral, float Positive) Apply(IReadOnlyCollection<uint> features, float negative, float neutral, float positive)
    {
        int toNegative = 0, toPositive = 0;
        foreach (var feature in features)
        {
            if (_weights.TryGetValue(feature, out var weight))
            {
                toNegative += weight.Negative;
                toPositive += weight.Positive;
            }
        }

        negative *= MathF.Exp(Math.Clamp(NegativeBias + (toNegative * Scale), -LargestShift, LargestShift));
        positive *= MathF.Exp(Math.Clamp(PositiveBias + (toPositive * Scale), -LargestShift, LargestShift));
        var total = negative + neutral + positive;
        return (negative / total, neutral / total, positive / total);
    }
}
