namespace SocialListening.Platforms.Replay;

/// <summary>What happens in a stretch of the replay.</summary>
public enum ReplayEventKind
{
    /// <summary>Nothing out of the ordinary.</summary>
    Quiet,

    /// <summary>Every source answers with a failure; the posts are found later.</summary>
    CollectionGap,

    /// <summary>A small rise that needs nobody's attention at night.</summary>
    Noise,

    /// <summary>Few accounts, many nearly identical posts.</summary>
    CopyPaste,

    /// <summary>The first complaint of the crisis.</summary>
    Complaint,

    /// <summary>The complaint is passed on.</summary>
    Amplification,

    /// <summary>The height of the crisis.</summary>
    Peak,

    /// <summary>The brand's own answer.</summary>
    Answer,

    /// <summary>The end of the crisis.</summary>
    Decline,

    /// <summary>Many good words at once.</summary>
    Viral,
}
