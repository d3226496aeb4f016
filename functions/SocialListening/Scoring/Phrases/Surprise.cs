namespace SocialListening.Scoring.Phrases;

/// <summary>
/// How surely a term is more frequent in one window than in another: the signed root of the log-likelihood ratio (T. Dunning,
/// "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19, 1993), over posts that hold
/// the term. Unlike log-odds with a small prior it does not collapse for terms that were never seen before.
/// </summary>
internal static class Surprise
{
    /// <summary>Reads like a z-score: positive when the term is more frequent in the window, 0 when the shares are the same.</summary>
    /// <param name="with">Weight of the posts with the term in the window.</param>
    /// <param name="all">Weight of all posts of the window, at least <paramref name="with"/>.</param>
    /// <param name="withBefore">The same in the window to compare with.</param>
    /// <param name="allBefore">The same in the window to compare with.</param>
    public static double Of(double with, double all, double withBefore, double allBefore)
    {
        if (all <= 0 || allBefore <= 0)
        {
            return 0;
        }

        var share = (with + withBefore) / (all + allBefore);
        var ratio = Part(with, all * share) + Part(all - with, all * (1 - share))
            + Part(withBefore, allBefore * share) + Part(allBefore - withBefore, allBefore * (1 - share));
        return Math.Sign((with / all) - (withBefore / allBefore)) * Math.Sqrt(Math.Max(0, 2 * ratio));
    }

    private static double Part(double observed, double expected) => observed <= 0 ? 0 : observed * Math.Log(observed / expected);
}
