using SocialListening.Scoring;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>A brand for timing, of three names.</summary>
internal sealed class BenchBrand : IBrandNames
{
    private static readonly string[] Names = ["Solidarité Atlas", "#SolidariteAtlas", "@solidarite_atlas"];

    public IReadOnlyList<string> Of(string brandId) => Names;
}
