namespace SocialListening.Contracts;

/// <summary>What a failed call to a platform means for the next one.</summary>
public enum FailureClass
{
    /// <summary>May pass by itself: try again with exponential back-off.</summary>
    Transient,

    /// <summary>The platform asked to wait until a given time.</summary>
    Throttle,

    /// <summary>The credentials were refused, and renewing them did not help: an operator must act.</summary>
    Auth,

    /// <summary>No retry will help: an operator must change something.</summary>
    Permanent,
}
