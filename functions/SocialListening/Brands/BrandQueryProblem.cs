namespace SocialListening.Brands;

/// <summary>Why a brand's query cannot be used.</summary>
/// <param name="Column">Where in the query, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
public sealed record BrandQueryProblem(int Column, string Message, string Advice);
