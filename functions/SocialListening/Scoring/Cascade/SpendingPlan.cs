namespace SocialListening.Scoring.Cascade;

/// <summary>Spreads a day's budget over the day, by the weight that a text must have.</summary>
public static class SpendingPlan
{
    // When spending is ahead of the clock by this share of the budget, nothing but the weightiest passes.
    private const double MostAhead = 0.5;

    /// <summary>
    /// Gives the least weight of a text to be sent. It is the floor while the share of the budget that is spent is not above the
    /// share of the day that is over, and rises in a straight line to 1 where spending is half a budget ahead. So a quiet day
    /// sends all that is above the floor, and a burst cannot use up the day.
    /// </summary>
    /// <param name="floor">The least weight while spending is on plan, 0 to 1.</param>
    /// <param name="committed">Records spent or reserved.</param>
    /// <param name="budget">The day's budget.</param>
    /// <param name="elapsed">How much of the day is over.</param>
    /// <returns>The least weight, 0 to 1; above 1, so that nothing passes, when nothing is left.</returns>
    public static double Threshold(double floor, long committed, long budget, TimeSpan elapsed)
    {
        if (committed >= budget)
        {
            return double.PositiveInfinity;
        }

        var ahead = ((double)committed / budget) - (elapsed / TimeSpan.FromDays(1));
        return floor + ((1 - floor) * Math.Clamp(ahead / MostAhead, 0, 1));
    }
}
