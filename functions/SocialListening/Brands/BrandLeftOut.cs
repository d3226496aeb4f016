namespace SocialListening.Brands;

/// <summary>A stored definition that cannot be used, so that its brand is not listened for.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="Errors">Every mistake found, at least one.</param>
public sealed record BrandLeftOut(string BrandId, IReadOnlyList<BrandFileError> Errors);
