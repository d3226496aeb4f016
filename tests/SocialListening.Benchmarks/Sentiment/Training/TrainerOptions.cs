namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Settings of <see cref="SparseTrainer"/>, chosen by four-fold cross-validation over training texts.</summary>
internal sealed record TrainerOptions
{
    /// <summary>2 or 3.</summary>
    public int Classes { get; init; } = 3;

    /// <summary>Power of two of the number of table rows.</summary>
    public int Bits { get; init; } = 20;

    /// <summary>Times that every text is seen.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Times that every text is seen first for the weights of the summary features alone, so that known words count before strange ones do.</summary>
    public int SummaryEpochs { get; init; } = 1;

    /// <summary>AdaGrad's step.</summary>
    public float Rate { get; init; } = 0.02f;

    /// <summary>Pull towards zero, each time a weight is touched.</summary>
    public float L2 { get; init; } = 1e-3f;

    /// <summary>What a text of the register of organisations teaches the weights that other texts use too, 0 to 1.</summary>
    public float VoiceShare { get; init; } = 0.35f;

    /// <summary>Learn no weights for single languages.</summary>
    public bool SharedOnly { get; init; }

    /// <summary>Seed of the order of texts.</summary>
    public int Seed { get; init; } = 20261122;
}
