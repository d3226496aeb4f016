namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>What one threshold of the cascade would do on the sample.</summary>
/// <param name="Threshold">Texts whose uncertainty is at least this are sent.</param>
/// <param name="Share">Share of the texts that is sent, 0 to 1.</param>
/// <param name="ErrorsSent">Share of the embedded scorer's errors that is among them, 0 to 1.</param>
/// <param name="KeptAccuracy">Share of right answers among the texts that are kept; <see langword="null"/> when none is.</param>
/// <param name="RecordsPerThousand">Text records billed for every 1,000 texts of the sample's kind.</param>
/// <param name="CostPerThousand">Their price; <see langword="null"/> without a price.</param>
/// <param name="CostPerMillion">The price for a million texts; <see langword="null"/> without a price.</param>
/// <param name="MacroF1">Macro-F1 of both engines together; <see langword="null"/> when the service was not asked.</param>
internal sealed record CascadeStep(
    double Threshold,
    double Share,
    double ErrorsSent,
    double? KeptAccuracy,
    double RecordsPerThousand,
    double? CostPerThousand,
    double? CostPerMillion,
    double? MacroF1);
