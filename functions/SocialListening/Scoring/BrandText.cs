namespace SocialListening.Scoring;

/// <summary>A text as it is scored for one brand.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="Text">The text as posted, personal data masked.</param>
/// <param name="Neutral">The text to score: of the same length, without the brand's names. The same string when it names none.</param>
/// <param name="Names">Where the brand's names stand, in the order of the text.</param>
public readonly record struct BrandText(string BrandId, string Text, string Neutral, IReadOnlyList<Range> Names)
{
    /// <summary>The brand's names as they were when the text was read: its score is completed with the same ones.</summary>
    internal IReadOnlyList<string> Own { get; init; } = [];
}
