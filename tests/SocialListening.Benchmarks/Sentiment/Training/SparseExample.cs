namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>The features of one labelled text.</summary>
internal sealed class SparseExample
{
    public required uint[] Words { get; init; }

    public required uint[] Grams { get; init; }

    public required float[] Summary { get; init; }

    /// <summary>Column of the language, -1 when it has no weights of its own.</summary>
    public required int Language { get; init; }

    public required int Label { get; init; }

    public float Weight { get; set; } = 1;
}
