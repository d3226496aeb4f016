namespace SocialListening.Spikes;

/// <summary>Finds crises, viral moments, tone shifts, copy-paste bursts and silences in a brand's mention counts.</summary>
/// <remarks>Thread-safe. What it returns is not: one brand is observed by one caller at a time.</remarks>
public interface ISpikeDetector
{
    /// <summary>
    /// Names the algorithm and its frozen configuration, as alerts tell it. A saved state of another layout restores as a cold start.
    /// </summary>
    string Version { get; }

    /// <summary>Continues a brand from its saved state.</summary>
    /// <param name="profile">The brand's zone, sensitivity and announced events; may differ from the one saved under.</param>
    /// <param name="state">What <see cref="IBrandSpikeDetection.Save"/> gave; empty for a cold start.</param>
    /// <exception cref="FormatException">The state is of this version but damaged.</exception>
    IBrandSpikeDetection Restore(SpikeDetectionProfile profile, ReadOnlySpan<byte> state);
}
