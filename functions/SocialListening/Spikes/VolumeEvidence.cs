namespace SocialListening.Spikes;

/// <summary>
/// Weighs volume: per window a negative binomial deviance of the total, blended with that of the negative or positive
/// mentions, since a crisis raises both and chance seldom does. Spread is learnt per window.
/// </summary>
internal sealed class VolumeEvidence(DetectorSettings settings, WindowSums windows, TailCalibration tail, ToneBaseline shares)
{
    /// <summary>The first window that belongs to slow burns.</summary>
    public const int FirstSlow = 3;

    // Shares vary by themselves, beyond what the total does.
    private const double ShareVariance = 0.03;
    private readonly double[] _spread = [0.25, 0.2, 0.14, 0.09, 0.07];

    /// <summary>Relative variance beyond Poisson of a window's count.</summary>
    public double Spread(int scale) => _spread[scale];

    /// <summary>20 min, 1 h and 4 h: the best, tempered by the second best.</summary>
    public Evidence Fast(int minimumMentions, bool learn)
    {
        var best = Evidence.None;
        var second = double.NegativeInfinity;
        var judged = false;
        for (var scale = 0; scale < FirstSlow; scale++)
        {
            judged |= windows.Coverage(scale) >= settings.FastCoverage;
            if (!Judge(scale, settings.FastCoverage, minimumMentions, learn, out var surprise))
            {
                continue;
            }

            if (surprise > best.Surprise)
            {
                second = best.Surprise;
                best = new Evidence(surprise, scale);
            }
            else
            {
                second = Math.Max(second, surprise);
            }
        }

        if (!judged)
        {
            return Evidence.Missing;
        }

        return double.IsFinite(second)
            ? best with { Surprise = best.Surprise + (settings.SecondScale * (second - best.Surprise)) }
            : best;
    }

    /// <summary>12 h and 24 h: their mean, when both can be judged.</summary>
    public Evidence Slow(int minimumMentions, bool learn)
    {
        var best = Evidence.None;
        var sum = 0.0;
        var count = 0;
        var judged = true;
        for (var scale = FirstSlow; scale < WindowSums.Scales; scale++)
        {
            judged &= windows.Coverage(scale) >= settings.SlowCoverage;
            if (Judge(scale, settings.SlowCoverage, minimumMentions, learn, out var surprise))
            {
                sum += surprise;
                count++;
                best = surprise > best.Surprise ? new Evidence(surprise, scale) : best;
            }
        }

        if (!judged)
        {
            return Evidence.Missing;
        }

        return count == WindowSums.Scales - FirstSlow ? best with { Surprise = sum / count } : Evidence.None;
    }

    public void Sync(ref StateCursor cursor) => cursor.Sync(_spread);

    private bool Judge(int scale, double coverage, int minimumMentions, bool learn, out double surprise)
    {
        surprise = 0;
        if (windows.Coverage(scale) < coverage)
        {
            return false;
        }

        var value = Statistic(scale, learn);
        tail.Observe(scale, value);
        surprise = tail.Standardise(scale, value);
        return windows.Sum(scale, WindowSums.Total) >= minimumMentions;
    }

    private double Statistic(int scale, bool learn)
    {
        var expected = windows.Sum(scale, WindowSums.Expected);
        var total = CountDeviance.NegativeBinomial(windows.Sum(scale, WindowSums.Total), expected, _spread[scale]);
        var spread = _spread[scale];
        if (learn)
        {
            Track(scale, expected, total);
        }

        if (!shares.Known)
        {
            return total;
        }

        var tone = Moved(scale, expected, spread + ShareVariance);
        var blend = (total * (1 - settings.ToneBlend)) + (tone * settings.ToneBlend);
        return scale < FirstSlow ? blend : Math.Min(blend, Math.Max(total, 0) + settings.ToneAssist);
    }

    // The deviance of the tone that moved more; slow burns are about negative mentions alone.
    private double Moved(int scale, double expected, double spread)
    {
        var negative = windows.Sum(scale, WindowSums.Negative);
        var usual = expected * shares.Negative;
        if (scale < FirstSlow)
        {
            var positive = windows.Sum(scale, WindowSums.Positive);
            var usualPositive = expected * shares.Positive;
            if (CountDeviance.Pearson(positive, usualPositive, spread) > CountDeviance.Pearson(negative, usual, spread))
            {
                return CountDeviance.NegativeBinomial(positive, usualPositive, spread);
            }
        }

        return CountDeviance.NegativeBinomial(negative, usual, spread);
    }

    // Half of all standard normal values lie within 0.6745: step the spread until half of the deviances do.
    private void Track(int scale, double expected, double deviance)
    {
        var weight = expected * _spread[scale];
        var rate = scale < FirstSlow ? settings.SpreadRate : settings.SpreadRate * SeriesDetection.SlowStride;
        var step = rate * weight / (1 + weight) * (Math.Abs(deviance) > 0.6745 ? 1 : -1);
        _spread[scale] = Math.Clamp(_spread[scale] * (1 + step), 0.01, 2);
    }
}
