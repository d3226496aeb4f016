using SocialListening.Contracts;

namespace SocialListening.Benchmarks.Cost;

/// <summary>One size of installation, measured both ways.</summary>
/// <param name="Load">The size.</param>
/// <param name="Own">The product.</param>
/// <param name="Naive">The naive pipeline.</param>
internal sealed record CostLine(CostLoad Load, CostRound Own, CostRound Naive)
{
    // The host looks at each queue every five seconds at the least often.
    private static readonly double LooksPerDayAndInstance = QueueNames.All.Count * 86_400 / 5.0;

    /// <summary>Looks at empty queues, by million mentions.</summary>
    public double LooksPerMillion => LooksPerDay * 1_000_000 / Load.PerDay;

    /// <summary>Looks at empty queues, by day.</summary>
    public double LooksPerDay => LooksPerDayAndInstance * Load.Instances;

    public double QueueRatio => Naive.QueueCallsPerThousand / Own.QueueCallsPerThousand;

    public double CosmosRatio => Naive.CosmosCallsPerThousand / Own.CosmosCallsPerThousand;
}
