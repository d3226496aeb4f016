using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialListening.Scoring.Embedded.Text;

/// <summary>Hashes of the sequences of one to five characters of one word with a blank at either end.</summary>
internal static class CharacterGrams
{
    /// <summary>Longest sequence.</summary>
    public const int Longest = 5;

    /// <summary>Characters of a word that are read; the rest of a longer word is ignored.</summary>
    public const int MaxWord = 40;

    /// <summary>Room for every sequence of the longest word, and for what <see cref="Write"/> writes after them.</summary>
    public const int MaxGrams = ((MaxWord + 2) * Longest) + Lanes;

    /// <summary>Characters after the word that <see cref="Write"/> reads without using them.</summary>
    public const int Overread = Lanes + Longest;

    /// <summary>Hashes after the last that <see cref="Write"/> spoils.</summary>
    public const int Lanes = 8;

    private const int MaxBlocks = (MaxWord + 2 + Lanes - 1) / Lanes;

    /// <summary>How many hashes of sequences of one or two characters a word of this length has; they come first.</summary>
    public static int UpToTwo(int length) => 2 * (Math.Min(length, MaxWord) + 1);

    /// <summary>How many hashes of sequences of up to four characters a word of this length has; they come first.</summary>
    public static int UpToFour(int length)
    {
        var size = Math.Min(length, MaxWord) + 2;
        return (4 * size) - 7;
    }

    /// <summary>How many hashes <see cref="Write"/> gives for a word of this length (1 or more).</summary>
    public static int CountOf(int length)
    {
        var size = Math.Min(length, MaxWord) + 2;
        return (4 * size) - 7 + Math.Max(0, size - 4);
    }

    /// <summary>
    /// Writes the hashes of all sequences, shortest first, and answers how many there are. Eight sequences are hashed at
    /// once: up to <see cref="Lanes"/> hashes after the last are spoilt.
    /// </summary>
    /// <param name="characters">
    /// Normalised text with a blank before and after the word, and <see cref="Overread"/> characters after that.
    /// </param>
    /// <param name="start">Where the word starts.</param>
    /// <param name="length">Its characters, 1 or more.</param>
    /// <param name="hashes">Room for <see cref="CountOf"/> and <see cref="Lanes"/> more.</param>
    public static int Write(ReadOnlySpan<char> characters, int start, int length, Span<uint> hashes)
    {
        var size = Math.Min(length, MaxWord) + 2;
        var count = CountOf(length);
        ref var text = ref Unsafe.As<char, ushort>(
            ref MemoryMarshal.GetReference(characters.Slice(start - 1, size + Overread)));
        ref var target = ref MemoryMarshal.GetReference(hashes[..(count + Lanes)]);
        if (size <= Lanes + 1)
        {
            var hash = Next(Vector256.Create(FeatureHash.GramSeed), ref text, 0);
            Spread(hash).StoreUnsafe(ref target);
            var at = (nuint)(uint)(size - 1);
            hash = Next(hash, ref text, 1);
            Spread(hash).StoreUnsafe(ref target, at);
            hash = Next(hash, ref text, 2);
            Spread(hash).StoreUnsafe(ref target, 2 * at);
            hash = Next(hash, ref text, 3);
            Spread(hash).StoreUnsafe(ref target, (3 * at) - 1);
            if (size > 4)
            {
                Spread(Next(hash, ref text, 4)).StoreUnsafe(ref target, (4 * at) - 3);
            }

            return count;
        }

        WriteLong(ref text, size, ref target);
        return count;
    }

    private static void WriteLong(ref ushort text, int size, ref uint target)
    {
        Span<Vector256<uint>> states = stackalloc Vector256<uint>[MaxBlocks];
        states.Fill(Vector256.Create(FeatureHash.GramSeed));
        nuint first = 0;
        for (var n = 1; n <= Longest; n++)
        {
            var starts = n == 1 ? size - 1 : size - n + 1;
            for (var block = 0; block * Lanes < starts; block++)
            {
                ref var state = ref states[block];
                state = Next(state, ref text, (nuint)((block * Lanes) + n - 1));
                Spread(state).StoreUnsafe(ref target, first + (nuint)(block * Lanes));
            }

            first += (nuint)starts;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Next(Vector256<uint> hash, ref ushort text, nuint at) =>
        (hash ^ Vector256.WidenLower(Vector128.LoadUnsafe(ref text, at).ToVector256Unsafe())) * FeatureHash.Prime;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Spread(Vector256<uint> hash) =>
        (hash ^ Vector256.ShiftRightLogical(hash, 15)) * FeatureHash.SpreadFactor;
}
