namespace SocialListening.Spikes;

/// <summary>Where in its life a spike is.</summary>
public enum SpikePhase
{
    /// <summary>First alert.</summary>
    Started,

    /// <summary>It became clearly worse than when last reported.</summary>
    Worsened,

    /// <summary>Open and unchanged; only in <see cref="IBrandSpikeDetection.Current"/>.</summary>
    Ongoing,

    /// <summary>It is over: the series is back in its usual range, or a revision took its ground away.</summary>
    Ended,
}
