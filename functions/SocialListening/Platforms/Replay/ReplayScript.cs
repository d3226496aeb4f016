namespace SocialListening.Platforms.Replay;

/// <summary>What happens when in the replay, and how much is written. Times of day are Paris time.</summary>
internal static class ReplayScript
{
    /// <summary>The invented NGO.</summary>
    public const string Ngo = "solidarite-atlas";

    /// <summary>The invented café.</summary>
    public const string Cafe = "boreal-cafe";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // Share of the busiest ordinary hour, by local hour.
    private static readonly double[] Day = [.15, .08, .05, .04, .05, .12, .35, .7, .95, 1, .95, .95, 1.05, 1, .9, .9, .95, 1.05, 1.2, 1.25, 1.2, 1.05, .75, .4];

    /// <summary>The first moment: a Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The end: two weeks later, the day after clocks went forward in Europe.</summary>
    public static readonly DateTimeOffset End = Start.AddDays(14);

    /// <summary>When every source fails: Wednesday of the quiet week, 13:00 to 15:00.</summary>
    public static readonly (DateTimeOffset From, DateTimeOffset To) Gap = (Paris(18, 13), Paris(18, 15));

    /// <summary>When the volunteer speaks up: Tuesday of the second week, 7:00.</summary>
    public static readonly DateTimeOffset Crisis = Paris(24, 7);

    /// <summary>The stretches.</summary>
    public static IReadOnlyList<ReplayPhase> Phases { get; } =
    [
        new() { BrandId = Ngo, Texts = "ngo-calm", From = Start, To = End, Rate = t => 10 * Rhythm(t), InOrder = false },
        new() { BrandId = Cafe, Texts = "cafe-calm", From = Start, To = End, Rate = t => 7 * Rhythm(t), InOrder = false },
        new() { BrandId = Cafe, Texts = "cafe-minor", From = Paris(20, 7), To = Paris(20, 13), Rate = t => Line(t, Paris(20, 7), 38, Paris(20, 13), 10) },
        new() { BrandId = Ngo, Texts = "ngo-bot", From = Paris(22, 20, 30), To = Paris(22, 22, 10), Rate = _ => 130, CopyPaste = true },
        new() { BrandId = Ngo, Texts = "ngo-complaint", From = Crisis, To = At(3), Rate = t => Line(t, Crisis, 8, At(3), 24) },
        new() { BrandId = Ngo, Texts = "ngo-amplify", From = At(3), To = At(25), Rate = t => Line(t, At(3), 50, At(25), 130) * Awake(t) },
        new() { BrandId = Ngo, Texts = "ngo-peak", From = At(25), To = At(37), Rate = t => t < At(31) ? Line(t, At(25), 180, At(31), 320) : Line(t, At(31), 320, At(37), 240) },
        new() { BrandId = Ngo, Texts = "ngo-answer", From = At(37), To = At(43), Rate = t => Line(t, At(37), 230, At(43), 60) },
        new() { BrandId = Ngo, Texts = "ngo-decline", From = At(43), To = At(72), Rate = t => Line(t, At(43), 90, At(72), 8) * Awake(t) },
        new() { BrandId = Cafe, Texts = "cafe-viral", From = Paris(28, 9), To = Paris(29, 9), Rate = t => (t < Paris(28, 14) ? Line(t, Paris(28, 9), 25, Paris(28, 14), 110) : Line(t, Paris(28, 14), 110, Paris(29, 9), 6)) * Awake(t) },
    ];

    /// <summary>What an operator is told of the script.</summary>
    public static IReadOnlyList<ReplayEvent> Events { get; } =
    [
        new(Ngo, ReplayEventKind.Quiet, Start, Paris(22, 20, 30), "Quiet week with a daily rhythm"),
        new(null, ReplayEventKind.CollectionGap, Gap.From, Gap.To, "Every source fails for two hours"),
        new(Cafe, ReplayEventKind.Noise, Paris(20, 7), Paris(20, 13), "The café's app is down for a morning"),
        new(Ngo, ReplayEventKind.CopyPaste, Paris(22, 20, 30), Paris(22, 22, 10), "A few accounts paste the same rumour"),
        new(Ngo, ReplayEventKind.Complaint, Crisis, At(3), "A volunteer shows what was thrown away"),
        new(Ngo, ReplayEventKind.Amplification, At(3), At(25), "The story is passed on"),
        new(Ngo, ReplayEventKind.Peak, At(25), At(37), "Anger at the silence"),
        new(Ngo, ReplayEventKind.Answer, At(37), At(43), "The NGO answers"),
        new(Ngo, ReplayEventKind.Decline, At(43), At(72), "The matter calms down"),
        new(Cafe, ReplayEventKind.Viral, Paris(28, 9), Paris(29, 9), "A kind gesture goes round"),
    ];

    /// <summary>The daily and weekly rhythm at a moment: 1 in an ordinary busy hour.</summary>
    public static double Rhythm(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, Zone);
        double week = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.7 : 1;
        return Day[local.Hour] * week;
    }

    /// <summary>How many are awake to write about what excites them: 1 by day, less at night.</summary>
    private static double Awake(DateTimeOffset at) => Math.Min(1, 0.15 + Day[TimeZoneInfo.ConvertTime(at, Zone).Hour]);

    private static DateTimeOffset At(double hours) => Crisis.AddHours(hours);

    private static double Line(DateTimeOffset at, DateTimeOffset from, double first, DateTimeOffset to, double last) =>
        first + ((last - first) * ((at - from).TotalSeconds / (to - from).TotalSeconds));

    private static DateTimeOffset Paris(int day, int hour, int minute = 0)
    {
        DateTime local = new(2026, 3, day, hour, minute, 0, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
