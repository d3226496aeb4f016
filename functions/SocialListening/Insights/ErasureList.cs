using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>Entries of the erasure ledger.</summary>
/// <param name="Erasures">The entries.</param>
public sealed record ErasureList(IReadOnlyList<ErasureRecord> Erasures);
