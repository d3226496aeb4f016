namespace SocialListening.Spikes;

/// <summary>What kind of departure from the usual was seen.</summary>
public enum SpikeKind
{
    /// <summary>Volume rose within hours.</summary>
    Sudden,

    /// <summary>Volume rose over a day or more without a sudden start.</summary>
    SlowBurn,

    /// <summary>Volume rose and what rose is mostly positive.</summary>
    ViralPositive,

    /// <summary>The share of negative mentions rose while the volume did not.</summary>
    NegativeShift,

    /// <summary>Many near-identical posts of few authors.</summary>
    CoordinatedBurst,

    /// <summary>No mention arrives where many were to be expected: a collection fault until shown otherwise.</summary>
    Silence,

    /// <summary>What was missed during a gap arrived at once. Information, no alarm: reported once, as ended.</summary>
    Backfill,
}
