namespace SocialListening.Spikes;

/// <summary>
/// Multi-scale detection against a learnt rhythm, with thresholds from each series' own daily extremes. The mathematics
/// stands in this folder's README.
/// </summary>
internal sealed class MultiScaleSpikeDetector(DetectorSettings settings) : ISpikeDetector
{
    public MultiScaleSpikeDetector()
        : this(DetectorSettings.Default)
    {
    }

    public string Version => "multiscale-3";

    public IBrandSpikeDetection Restore(SpikeDetectionProfile profile, ReadOnlySpan<byte> state)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var brand = new BrandDetection(profile, settings);
        if (!state.IsEmpty)
        {
            brand.Load(state);
        }

        return brand;
    }
}
