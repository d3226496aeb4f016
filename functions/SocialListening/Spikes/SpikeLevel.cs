namespace SocialListening.Spikes;

/// <summary>Steps of <see cref="SpikeSignal.Severity"/>, by the excess in the worst hour over the brand's mean hour.</summary>
public enum SpikeLevel
{
    /// <summary>Under 3 mean hours in an hour.</summary>
    Minor,

    /// <summary>3 to 8 times.</summary>
    Moderate,

    /// <summary>8 to 22 times.</summary>
    Major,

    /// <summary>Over 22 times.</summary>
    Extreme,
}
