namespace SocialListening.CosmosDouble.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>429 with a wait; nothing happened.</summary>
    Throttled,

    /// <summary>503; nothing happened.</summary>
    Unavailable,

    /// <summary>449; nothing happened.</summary>
    RetryWith,

    /// <summary>408; nothing happened.</summary>
    TimedOut,

    /// <summary>The request took effect and was answered with 408.</summary>
    TimedOutAfterCommit,

    /// <summary>The request took effect and the connection broke before the answer.</summary>
    LostAnswer,

    /// <summary>Another writer stored the same document just before a conditional write: it gets 412.</summary>
    ConcurrentWriter,

    /// <summary>The answer comes late.</summary>
    Late,
}
