using SocialListening.Contracts;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>What an engine said of one row.</summary>
/// <param name="Language">ISO 639-1 code that the figures are grouped by.</param>
/// <param name="Label">0 negative, 1 neutral, 2 positive.</param>
/// <param name="Confidence">Probability of the label, 0 to 1.</param>
internal readonly record struct SampleAnswer(string Language, int Label, double Confidence)
{
    /// <summary>The answer that three probabilities make.</summary>
    public static SampleAnswer Of(string language, SentimentLabel label, double negative, double neutral, double positive) => label switch
    {
        SentimentLabel.Negative => new SampleAnswer(language, 0, negative),
        SentimentLabel.Positive => new SampleAnswer(language, 2, positive),
        _ => new SampleAnswer(language, 1, neutral),
    };

    /// <summary>The label with the highest of three scores; the milder one on a tie.</summary>
    public static SampleAnswer OfScores(string language, double negative, double neutral, double positive) =>
        negative > neutral && negative > positive ? new SampleAnswer(language, 0, negative)
        : positive > neutral && positive >= negative ? new SampleAnswer(language, 2, positive)
        : new SampleAnswer(language, 1, neutral);
}
