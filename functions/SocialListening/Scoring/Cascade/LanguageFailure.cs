namespace SocialListening.Scoring.Cascade;

/// <summary>Why the service has no answer for a text.</summary>
/// <param name="Class">What to do about it.</param>
/// <param name="Reason">For a person; holds no post text and no secret.</param>
/// <param name="RetryAt">Before then asking again is pointless; <see langword="null"/> when unknown.</param>
/// <param name="MayBeBilled">Whether the text may have been judged and billed all the same, since the answer was lost on its way.</param>
public sealed record LanguageFailure(LanguageFailureClass Class, string Reason, DateTimeOffset? RetryAt = null, bool MayBeBilled = false)
{
    /// <summary>Whether asking for the same text again can never help.</summary>
    public bool IsFinal => Class is LanguageFailureClass.UnsupportedLanguage or LanguageFailureClass.TooLong or LanguageFailureClass.Invalid;
}
