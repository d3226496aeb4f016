using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

/// <summary>Runs the detector over buckets.</summary>
internal static class Detecting
{
    public static List<SpikeSignal> Run(IEnumerable<BucketObservation> buckets, SpikeDetectionProfile? profile = null)
    {
        var signals = new List<SpikeSignal>();
        var detection = Cold(profile);
        foreach (var bucket in buckets)
        {
            detection.Observe(bucket, signals);
        }

        return signals;
    }

    public static IBrandSpikeDetection Cold(SpikeDetectionProfile? profile = null) =>
        new MultiScaleSpikeDetector().Restore(profile ?? new SpikeDetectionProfile(), []);

    public static double Hour(this SpikeSignal signal) => (signal.DetectedAt - TrafficMaker.Start).TotalHours;

    public static IEnumerable<SpikeSignal> Started(this IEnumerable<SpikeSignal> signals, string group) =>
        signals.Where(s => s.Phase == SpikePhase.Started && s.Group == group);

    /// <summary>What two runs must agree on.</summary>
    public static string Print(this SpikeSignal s) =>
        FormattableString.Invariant($"{s.Series} {s.Kind} {s.Phase} {s.Onset:O} {s.DetectedAt:O} {s.Scale} {s.Observed:R} {s.Expected:R} {s.ReturnPeriodDays:R} {s.Severity:R} {s.Completeness:R}");
}
