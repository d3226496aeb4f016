namespace SocialListening.Spikes;

/// <summary>
/// Weighs the share of negative mentions over 4 h, 12 h, 24 h and a fading window of days, by beta-binomial deviances.
/// </summary>
internal sealed class ToneEvidence(DetectorSettings settings, WindowSums windows, TailCalibration tail, ToneBaseline shares)
{
    /// <summary>Statistics kept in the calibration, behind those of volume.</summary>
    public const int Statistics = 4;

    private const int FirstScale = 2;
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
    public Evidence Judge(int minimumMentions)
    {
        var best = Evidence.None;
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < Statistics; i++)
        {
            var scale = Math.Min(FirstScale + i, WindowSums.Scales - 1);
            if (windows.Coverage(scale) < (scale < VolumeEvidence.FirstSlow ? settings.FastCoverage : settings.SlowCoverage))
            {
                continue;
            }

            var fading = i == Statistics - 1;
            var total = fading ? _total : windows.Sum(scale, WindowSums.Total);
            var negative = fading ? _negative : windows.Sum(scale, WindowSums.Negative);
            var value = CountDeviance.Share(negative, total, shares.Negative, settings.ToneIntraclass);
            tail.Observe(WindowSums.Scales + i, value);
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
