using SocialListening.Storage;

namespace SocialListening.Brands;

/// <summary>What came of putting or deleting a definition.</summary>
/// <param name="Write">What was written; meaningless when there are mistakes.</param>
/// <param name="Json">The definition as it is stored; <see langword="null"/> when there is none, or with mistakes.</param>
/// <param name="Errors">The mistakes that kept it from being written; empty for none.</param>
public sealed record BrandChange(BrandWrite Write, string? Json, IReadOnlyList<BrandFileError> Errors);
