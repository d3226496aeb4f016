namespace SocialListening.Insights;

/// <summary>A brand whose stored definition cannot be used.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="Error">Every mistake, with its place and what to do.</param>
public sealed record LeftOutBrand(string BrandId, string Error);
