using SocialListening.Spikes;

namespace SocialListening.Tests.Spikes;

/// <summary>Seeded mention counts with a daily and weekly rhythm and whatever a test adds to them.</summary>
internal sealed class TrafficMaker(int seed, double perHour)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private readonly Random _random = new(seed);

    /// <summary>Times the usual volume at an hour since the start.</summary>
    public Func<double, double> Volume { get; init; } = _ => 1;

    /// <summary>Share of negative mentions at an hour since the start.</summary>
    public Func<double, double> NegativeShare { get; init; } = _ => 0.15;

    /// <summary>Copied posts a bucket at an hour since the start.</summary>
    public Func<double, double> Copies { get; init; } = _ => 0;

    public Func<double, bool> Collected { get; init; } = _ => true;

    /// <summary>Whether the buckets bring nothing although they count as collected.</summary>
    public Func<double, bool> Dead { get; init; } = _ => false;

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public BucketObservation[] Make(double days)
    {
        var buckets = new BucketObservation[(int)(days * 288)];
        var mood = 0.0;
        for (var i = 0; i < buckets.Length; i++)
        {
            var at = Start + (i * BucketObservation.Length);
            var hour = i / 12.0;
            var local = TimeZoneInfo.ConvertTime(at, Zone);
            mood = (0.97 * mood) + (0.07 * Normal());
            var rhythm = Math.Exp((0.6 * Math.Cos(2 * Math.PI * (local.TimeOfDay.TotalHours - 15) / 24)) - 0.09);
            var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.7 : 1;
            var total = Poisson(perHour / 12 * rhythm * weekend * Math.Exp(mood) * Volume(hour));
            var negative = Binomial(total, NegativeShare(hour));
            var positive = Binomial(total - negative, 0.3);
            var copies = Poisson(Copies(hour));
            buckets[i] = Dead(hour) ? new BucketObservation(at, true, 0) : new BucketObservation(at, Collected(hour), total + copies)
            {
                Negative = negative + copies,
                Positive = positive,
                Neutral = total - negative - positive,
                DistinctAuthors = Math.Min(total + copies, (int)Math.Ceiling(total * 0.92) + (copies / 5)),
                NearDuplicates = (total / 10) + (copies * 4 / 5),
            };
        }

        return buckets;
    }

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private int Poisson(double mean)
    {
        if (mean > 50)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var count = 0;
        for (var p = _random.NextDouble(); p > Math.Exp(-mean); p *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }

    private int Binomial(int trials, double chance)
    {
        if (trials > 200)
        {
            return Math.Clamp((int)Math.Round((trials * chance) + (Math.Sqrt(trials * chance * (1 - chance)) * Normal())), 0, trials);
        }

        var hits = 0;
        for (var i = 0; i < trials; i++)
        {
            hits += _random.NextDouble() < chance ? 1 : 0;
        }

        return hits;
    }
}
