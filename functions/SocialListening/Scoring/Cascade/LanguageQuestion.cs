namespace SocialListening.Scoring.Cascade;

/// <summary>A text to be judged.</summary>
/// <param name="Text">The text, without personal data.</param>
/// <param name="Language">ISO 639-1 code of its language; <see langword="null"/> when the service is to find it, which costs records of its own.</param>
public sealed record LanguageQuestion(string Text, string? Language);
