namespace SocialListening.Contracts;

/// <summary>Why a score stands in for one that a service was to give.</summary>
public enum PendingReason
{
    /// <summary>The day's budget was spent.</summary>
    Budget,

    /// <summary>The service could not be reached or failed.</summary>
    Unavailable,

    /// <summary>The service asked to be called less.</summary>
    Throttled,

    /// <summary>It is on its way to the service.</summary>
    Queued,
}
