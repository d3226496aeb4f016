namespace SocialListening.Scoring.Cascade;

/// <summary>Kinds of failure of the language service.</summary>
public enum LanguageFailureClass
{
    /// <summary>Out of reach, failing, or its answer was lost: later it may work.</summary>
    Unavailable,

    /// <summary>Too many calls, or the plan's quota is used up: wait until the time it names.</summary>
    Throttled,

    /// <summary>Key or identity is refused: an operator must act.</summary>
    Unauthorised,

    /// <summary>The service does not know the language.</summary>
    UnsupportedLanguage,

    /// <summary>The service finds the text too long, even cut.</summary>
    TooLong,

    /// <summary>The service refuses the text for another reason.</summary>
    Invalid,
}
