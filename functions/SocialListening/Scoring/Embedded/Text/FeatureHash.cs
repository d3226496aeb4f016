using System.Runtime.CompilerServices;

namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// The hash that turns words and character sequences into table rows. The model file depends on it: changing it
/// needs a new model.
/// </summary>
internal static class FeatureHash
{
    /// <summary>Start value of a word.</summary>
    public const uint WordSeed = 0x811C9DC5;

    /// <summary>Start value of a character sequence.</summary>
    public const uint GramSeed = 0x5BD1E995;

    /// <summary>The prime of Fowler, Noll and Vo.</summary>
    public const uint Prime = 0x01000193;

    /// <summary>Spreads the bits of a character sequence's hash.</summary>
    public const uint SpreadFactor = 0x9E3779B1;

    /// <summary>Adds one character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, char c) => (hash ^ c) * Prime;

    /// <summary>Spreads the bits (the finaliser of Austin Appleby's MurmurHash3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    /// <summary>The hash of two tokens in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pair(uint first, uint second) => Mix((first * 0x9E3779B1) + (second ^ 0x7F4A7C15));

    /// <summary>
    /// The table row of a feature as one language uses it: one of the fifteen that share 64 bytes with the row for all
    /// languages, so that both come with one read of memory.
    /// </summary>
    /// <param name="row">The row for all languages.</param>
    /// <param name="hash">The feature.</param>
    /// <param name="language">Counts from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OwnRow(uint row, uint hash, int language) =>
        row ^ Math.Max(1, ((hash * 0x85EBCA6B) + ((uint)(language + 1) * 0x9E3779B1)) >> 28);

    /// <summary>The key of a word as one language uses it; <paramref name="language"/> counts from 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ForLanguage(uint hash, int language) =>
        (hash ^ (uint)((language + 1) * 0x3C6EF372)) * 0x9E3779B1;

    /// <summary>The hash of the folded characters of <paramref name="word"/>.</summary>
    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = WordSeed;
        foreach (var c in word)
        {
            ref readonly var entry = ref CharTable.Of(c);
            if (entry.Kind != CharKind.Dropped)
            {
                hash = Add(hash, entry.Folded);
            }
        }

        return Mix(hash);
    }
}
