namespace SocialListening.Scoring.Cascade;

/// <summary>A text to be judged by the service, once for all the mentions that carry it.</summary>
/// <param name="Key">Its key in the ledger.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Weight">How much an answer is worth, 0 to 1.</param>
internal sealed record HardText(string Key, LanguageQuestion Question, double Weight);
