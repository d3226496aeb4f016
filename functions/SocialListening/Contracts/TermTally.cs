using System.Diagnostics.CodeAnalysis;

namespace SocialListening.Contracts;

/// <summary>
/// In how many mentions of an hour or a day each key phrase stands, as far as the most frequent ones go. The true number of a
/// listed phrase lies between its count and its count plus what <see cref="Earlier"/> says of it; a phrase that is not listed
/// stands in at most <see cref="Unlisted"/>. While the period has no more phrases than are kept, every count is exact.
/// </summary>
public sealed record TermTally
{
    /// <summary>Mentions by key phrase in lower case, counted since the phrase was listed last.</summary>
    [AllowNull]
    public Dictionary<string, int> Counts { get => field ??= new(StringComparer.Ordinal); init; }

    /// <summary>The most mentions that a phrase may have had before it was listed; absent for a phrase whose count is exact.</summary>
    [AllowNull]
    public Dictionary<string, int> Earlier { get => field ??= new(StringComparer.Ordinal); init; }

    /// <summary>The most mentions that any phrase which is not listed may have.</summary>
    public int Unlisted { get; set; }
}
