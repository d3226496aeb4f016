namespace SocialListening.Spikes;

/// <summary>
/// Weighs the share of negative mentions over 4 h, 12 h, 24 h and a fading window of days, by beta-binomial deviances.
/// </summary>
internal sealed class ToneEvidence(DetectorSettings settings, WindowSums windows, TailCalibration tail, ToneBaseline shares)
{
    /// <summary>Statistics kept in the calibration, behind those of volume.</summary>
    public const int Statistics = 4;

    private const int FirstScale = 2;
    private const double FewestDays = 0.9;
    private readonly double _keep = double.Exp2(-1 / (settings.ToneHours * LocalCalendar.BucketsPerHour));
    private double _total;
    private double _negative;

    /// <summary>Lets the fading window take a bucket.</summary>
    public void Add(double total, double negative)
    {
        _total = (_total * _keep) + total;
        _negative = (_negative * _keep) + negative;
    }

    /// <summary>The best scale, tempered by the mean over scales.</summary>
    /// <param name="minimumMentions">Fewest mentions of a window that counts.</param>
    /// <param name="learnt">Buckets that the series has learnt from.</param>
    public Evidence Judge(int minimumMentions, double learnt)
    {
        var best = Evidence.None;
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < Statistics; i++)
        {
            var fading = i == Statistics - 1;
            var scale = Math.Min(FirstScale + i, WindowSums.Scales - 1);
            if (fading ? learnt < FewestDays * LocalCalendar.BucketsPerDay : windows.Coverage(scale) < settings.FastCoverage)
            {
                continue;
            }

            var total = fading ? _total : windows.Sum(scale, WindowSums.Total);
            var negative = fading ? _negative : windows.Sum(scale, WindowSums.Negative);
            var value = CountDeviance.Share(negative, total, shares.Negative, settings.ToneIntraclass);
            if (fading || scale < VolumeEvidence.FirstSlow || windows.Coverage(scale) >= settings.SlowCoverage)
            {
                tail.Observe(WindowSums.Scales + i, value);
            }

            if (total >= minimumMentions)
            {
                var surprise = tail.Standardise(WindowSums.Scales + i, value);
                sum += surprise;
                count++;
                best = surprise > best.Surprise ? new Evidence(surprise, scale) : best;
            }
        }

        return count > 0 ? best with { Surprise = best.Surprise + (settings.ToneMean * ((sum / count) - best.Surprise)) } : best;
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref _total);
        cursor.Sync(ref _negative);
    }
}
