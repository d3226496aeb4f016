using SocialListening.Scoring;

namespace SocialListening.Privacy;

/// <summary>A violation planted for the test of the rules: privacy that uses scoring, only inside a method.</summary>
internal static class Planted
{
    public static string Violate() => ScoringResult.Failed("planted").Failure!;
}
