using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>All stored definitions.</summary>
/// <param name="Version">A version that they have at least: when they change while they are read, some may be newer, and the stored version has moved on.</param>
/// <param name="Definitions">The definitions by brand id, each with its own version.</param>
public sealed record StoredBrands(long Version, IReadOnlyList<Versioned<BrandDefinition>> Definitions);
