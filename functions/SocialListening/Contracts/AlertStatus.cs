namespace SocialListening.Contracts;

/// <summary>Where an alert is in its life.</summary>
public enum AlertStatus
{
    /// <summary>The unusual activity goes on.</summary>
    Open,

    /// <summary>Activity is back in its expected range.</summary>
    Ended,
}
