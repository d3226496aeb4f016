namespace SocialListening.Spikes;

/// <summary>What all series of a brand share about a bucket.</summary>
internal readonly record struct BucketContext(double LocalHour, int LocalWeekday, double KnownFactor, int MinimumMentions, double ThresholdShift)
{
    /// <summary>The sensitivity moves every threshold by the logarithm of its budget.</summary>
    public double Threshold(double balanced) => balanced + ThresholdShift;
}
