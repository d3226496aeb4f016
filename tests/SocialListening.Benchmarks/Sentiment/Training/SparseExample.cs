namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>The features of one labelled text.</summary>
internal sealed class SparseExample
{
    public required uint[] Words { get; init; }

    public required uint[] Grams { get; init; }

    public required float[] Summary { get; init; }

    /// <summary>Column of the language, -1 when it has no weights of its own.</summary>
    public required int Language { get; init; }

    /// <summary>Column of the register of organisations that the text is of, -1 when it is not.</summary>
    public int Voice { get; set; } = -1;

    public required int Label { get; init; }

    /// <summary>Whether it is a text, not a word of a list.</summary>
    public bool IsText { get; set; } = true;

    public float Weight { get; set; } = 1;
}
