namespace SocialListening.Spikes;

/// <summary>Signed deviance residuals: roughly standard normal under the expectation, exact in the tails of small counts.</summary>
internal static class CountDeviance
{
    /// <summary>Of a negative binomial count with the given relative variance beyond Poisson.</summary>
    public static double NegativeBinomial(double observed, double expected, double variance)
    {
        if (expected <= 1e-6)
        {
            return 0;
        }

        var k = 1 / variance;
        var gain = -(observed + k) * Math.Log((observed + k) / (expected + k));
        if (observed > 0)
        {
            gain += observed * Math.Log(observed / expected);
        }

        var residual = Math.Sqrt(Math.Max(0, 2 * gain));
        return observed >= expected ? residual : -residual;
    }

    /// <summary>The cheaper Pearson residual of the same count, for comparing.</summary>
    public static double Pearson(double observed, double expected, double variance) =>
        (observed - expected) / Math.Sqrt((expected * (1 + (expected * variance))) + 1e-9);

    /// <summary>Of a share, with the sample shrunk for beta-binomial over-dispersion.</summary>
    public static double Share(double hits, double trials, double share, double intraclass)
    {
        if (trials < 1e-6)
        {
            return 0;
        }

        var rate = hits / trials;
        var effective = trials / (1 + ((trials - 1) * intraclass));
        effective = trials < 1 ? trials : effective;
        var gain = 0.0;
        if (rate > 0)
        {
            gain += rate * Math.Log(rate / share);
        }

        if (rate < 1)
        {
            gain += (1 - rate) * Math.Log((1 - rate) / (1 - share));
        }

        var residual = Math.Sqrt(Math.Max(0, 2 * effective * gain));
        return rate >= share ? residual : -residual;
    }
}
