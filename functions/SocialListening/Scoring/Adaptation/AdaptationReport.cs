namespace SocialListening.Scoring.Adaptation;

/// <summary>How an adaptation did on corrections that it had not seen (five-fold cross-validation; copies of a text share a fold).</summary>
public sealed record AdaptationReport
{
    /// <summary>Different texts in the sample.</summary>
    public required int Texts { get; init; }

    /// <summary>Texts that the base model has right.</summary>
    public required int BaseRight { get; init; }

    /// <summary>Texts that the base model has wrong and the adaptation right.</summary>
    public required int Mended { get; init; }

    /// <summary>Texts that the base model has right and the adaptation wrong.</summary>
    public required int Broken { get; init; }

    /// <summary>Macro-F1 of the base model, 0 to 1.</summary>
    public required double BaseMacroF1 { get; init; }

    /// <summary>Macro-F1 with the adaptation, 0 to 1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Mean logarithmic loss of the base model, in nats.</summary>
    public required double BaseLogLoss { get; init; }

    /// <summary>Mean logarithmic loss with the adaptation, in nats.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Why it is not to be used, for a person; empty when it is.</summary>
    public required IReadOnlyList<string> Refusals { get; init; }
}
