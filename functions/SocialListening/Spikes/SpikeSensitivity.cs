namespace SocialListening.Spikes;

/// <summary>How many false volume alarms a brand's people accept.</summary>
public enum SpikeSensitivity
{
    /// <summary>About one false alarm in three months: later, and blind to the smallest crises.</summary>
    Calm,

    /// <summary>At most about one false alarm a month.</summary>
    Balanced,

    /// <summary>About three false alarms a month: earlier, and sees smaller crises.</summary>
    Alert,
}
