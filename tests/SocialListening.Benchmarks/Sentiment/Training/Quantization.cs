namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Weights as whole steps of one scale, -127 to 127.</summary>
internal static class Quantization
{
    private const double KeptShare = 0.99995;

    /// <summary>The worth of one step: only one weight in twenty thousand of those that are not 0 is cut off.</summary>
    public static float Scale(IEnumerable<float> weights)
    {
        var sizes = weights.Where(w => w != 0).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * KeptShare)] / 127;
    }

    /// <summary>The nearest step.</summary>
    public static sbyte Step(float weight, float scale) => (sbyte)Math.Clamp(MathF.Round(weight / scale), -127, 127);
}
