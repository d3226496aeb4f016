namespace SocialListening.Benchmarks.Cost;

/// <summary>A size of installation: how many mentions a day come from how many sources.</summary>
/// <param name="PerDay">Mentions a day.</param>
/// <param name="Sources">Sources, three for each brand.</param>
/// <param name="CadenceMinutes">Minutes between two polls of a source.</param>
/// <param name="Instances">Instances that wait for messages.</param>
internal sealed record CostLoad(double PerDay, int Sources, int CadenceMinutes, int Instances)
{
    /// <summary>The sizes that the table shows.</summary>
    public static IReadOnlyList<CostLoad> All { get; } = [new(1_000, 6, 15, 1), new(100_000, 30, 15, 1), new(10_000_000, 300, 5, 4)];

    /// <summary>Sources that are measured: what a brand costs does not depend on how many others there are.</summary>
    public int MeasuredSources => Math.Min(Sources, 30);

    /// <summary>Polls a day.</summary>
    public double PollsPerDay => Sources * 1_440.0 / CadenceMinutes;

    /// <summary>Mentions that a poll brings on average, at least 1.</summary>
    public int PerPoll => Math.Max(1, (int)Math.Round(PerDay / PollsPerDay));
}
