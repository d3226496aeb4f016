namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>The steps of the threshold, and the one that is recommended.</summary>
/// <param name="Steps">From everything sent to nothing sent.</param>
/// <param name="Recommended">The recommended threshold.</param>
/// <param name="Reason">Why.</param>
internal sealed record CascadePlan(IReadOnlyList<CascadeStep> Steps, double Recommended, string Reason);
