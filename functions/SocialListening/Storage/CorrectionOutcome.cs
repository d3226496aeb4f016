namespace SocialListening.Storage;

/// <summary>What a correction changed.</summary>
public enum CorrectionOutcome
{
    /// <summary>No such mention is stored for the brand.</summary>
    Unknown,

    /// <summary>The mention was changed meanwhile; nothing was written.</summary>
    Conflict,

    /// <summary>What was asked for was stored already.</summary>
    Unchanged,

    /// <summary>The mention and its counts were changed.</summary>
    Changed,
}
