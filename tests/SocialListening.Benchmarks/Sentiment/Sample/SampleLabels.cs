namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>How people write the three labels.</summary>
internal static class SampleLabels
{
    /// <summary>The labels as they are printed, in column order.</summary>
    public static readonly string[] Names = ["negative", "neutral", "positive"];

    /// <summary>What is read as a label, for messages.</summary>
    public const string Accepted = "negative, neutral, positive (or neg, neu, pos, négatif, neutre, positif, -1, 0, 1)";

    /// <summary>The column of a label; false when it is none.</summary>
    public static bool TryParse(string label, out int column)
    {
        column = label.Trim().ToUpperInvariant() switch
        {
            "NEGATIVE" or "NEG" or "NÉGATIF" or "NEGATIF" or "NÉGATIVE" or "-1" => 0,
            "NEUTRAL" or "NEU" or "NEUTRE" or "0" => 1,
            "POSITIVE" or "POS" or "POSITIF" or "1" or "+1" => 2,
            _ => -1,
        };
        return column >= 0;
    }
}
