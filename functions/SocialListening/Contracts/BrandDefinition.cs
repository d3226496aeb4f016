namespace SocialListening.Contracts;

/// <summary>What somebody said of a brand, as it is stored. Reading it gives a <see cref="Brand"/>, or mistakes.</summary>
/// <param name="BrandId">The brand's id, as in the definition.</param>
/// <param name="Json">The object of a brand file's list of brands: JSON as given, without comments and blanks between values.</param>
/// <param name="UpdatedAtUtc">When it was last changed.</param>
/// <param name="UpdatedBy">Who changed it, as a keyed pseudonym; <see langword="null"/> when nobody said so.</param>
public sealed record BrandDefinition(string BrandId, string Json, DateTimeOffset UpdatedAtUtc, string? UpdatedBy = null);
