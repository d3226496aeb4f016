using System.Globalization;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>One physical partition: effective keys in [<paramref name="Min"/>, <paramref name="Max"/>).</summary>
internal sealed record PhysicalRange(string Id, string Min, string Max)
{
    // Hashes have their two top bits clear, so two bytes span 0 to 0x3FFF.
    private const int Span = 0x4000;

    /// <summary>Splits the whole space into equal ranges.</summary>
    public static PhysicalRange[] Split(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new PhysicalRange(
            index.ToString(CultureInfo.InvariantCulture),
            index == 0 ? "" : Bound(index, count),
            index == count - 1 ? "FF" : Bound(index + 1, count)))];

    /// <summary>Whether a logical partition lies here.</summary>
    public bool Holds(string effectiveKey) =>
        string.CompareOrdinal(effectiveKey, Min) >= 0 && string.CompareOrdinal(effectiveKey, Max) < 0;

    private static string Bound(int index, int count) => (Span * index / count).ToString("X4", CultureInfo.InvariantCulture);
}
