namespace SocialListening.Contracts;

/// <summary>How easily a brand's alerts are raised, as a budget of false alarms.</summary>
public enum AlertSensitivity
{
    /// <summary>About one false alarm in three months: only what nobody can miss.</summary>
    Low,

    /// <summary>About one false alarm a month.</summary>
    Normal,

    /// <summary>About one false alarm a week: also what may come to nothing.</summary>
    High,
}
