using System.Globalization;
using SocialListening.Spikes;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>Runs the frozen detector over one series, cold start, in order.</summary>
internal static class SeriesReplay
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    /// <summary>One <c>timestamp,anomaly_score,alert</c> line a row; the score is at least 0.5 exactly in alert rows.</summary>
    public static IEnumerable<string> Score(SeriesFile series)
    {
        var alerts = new Dictionary<int, double>();
        var detection = (BrandDetection)new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), []);
        var signals = new List<SpikeSignal>();
        var scores = new double[series.Timestamps.Count];
        foreach (var (bucket, row) in series.Buckets)
        {
            signals.Clear();
            detection.Observe(bucket, signals);
            var score = Math.Max(0, detection.State.All.Score);
            scores[row] = Math.Max(scores[row], Math.Min(0.49, 0.45 * score));
            if (signals.Exists(IsAlarm))
            {
                alerts[row] = 1 - (0.5 / Math.Max(1, score));
            }
        }

        yield return "timestamp,anomaly_score,alert";
        for (var row = 0; row < scores.Length; row++)
        {
            var alert = alerts.TryGetValue(row, out var score);
            yield return string.Create(CultureInfo.InvariantCulture, $"{series.Timestamps[row]},{(alert ? score : scores[row]):F6},{(alert ? 1 : 0)}");
        }
    }

    /// <summary><c>brand,timestamp,kind,severity,label</c> lines.</summary>
    public static IEnumerable<string> Alerts(SeriesFile series, string brand, bool late)
    {
        var detection = new MultiScaleSpikeDetector().Restore(new SpikeDetectionProfile(), []);
        var signals = new List<SpikeSignal>();
        var alerts = new List<(int Row, SpikeSignal Signal, double Severity)>();
        foreach (var (bucket, row) in series.Buckets)
        {
            signals.Clear();
            detection.Observe(bucket, signals);
            if (late && alerts.Exists(a => !IsSettled(a.Signal, bucket)))
            {
                detection.Current(signals);
            }

            foreach (var signal in signals)
            {
                if (IsAlarm(signal))
                {
                    alerts.Add((row, signal, signal.Severity));
                }

                for (var i = 0; late && i < alerts.Count; i++)
                {
                    var earlier = alerts[i];
                    if (earlier.Signal.Group == signal.Group && earlier.Signal.Onset == signal.Onset && !IsSettled(earlier.Signal, bucket))
                    {
                        alerts[i] = earlier with { Severity = Math.Max(earlier.Severity, signal.Severity) };
                    }
                }
            }
        }

        return alerts.Select(a => string.Create(
            CultureInfo.InvariantCulture,
            $"{brand},{series.Timestamps[a.Row]},{(a.Signal.Group == "tone" ? "sentiment" : "volume")},{a.Severity:F4},{Label(a.Signal.Kind)}"));
    }

    private static bool IsAlarm(SpikeSignal signal) => signal.Phase is (SpikePhase.Started or SpikePhase.Worsened) && signal.Group != "flow";

    private static bool IsSettled(SpikeSignal alert, in BucketObservation now) => now.Start + BucketObservation.Length > alert.DetectedAt + Later;

    private static string Label(SpikeKind kind) => kind switch
    {
        SpikeKind.ViralPositive => "positive",
        SpikeKind.CoordinatedBurst => "bot",
        _ => "crisis",
    };
}
