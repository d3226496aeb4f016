namespace SocialListening.Storage;

/// <summary>What a write to a brand's definition came to.</summary>
/// <param name="Outcome">What it did.</param>
/// <param name="Version">The version that the brand's definition has now; 0 when there is none.</param>
public readonly record struct BrandWrite(BrandWriteOutcome Outcome, long Version);
