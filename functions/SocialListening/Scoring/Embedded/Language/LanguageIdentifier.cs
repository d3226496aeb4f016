using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Language;

/// <summary>
/// Tells the language of a text by logistic regression over hashed sequences of one to four characters and whole
/// words. Pictographs, links and handles say nothing about the language and are left out.
/// </summary>
internal sealed class LanguageIdentifier(EmbeddedModel model)
{
    /// <summary>Longest character sequence.</summary>
    public const int LongestGram = 4;

    /// <summary>Sequences read at most; a language is clear long before.</summary>
    public const int MaxGrams = 600;

    // A platform that names the language is right more often than not, yet often names the account's language.
    private static readonly float HintLogOdds = MathF.Log(6);

    /// <summary>
    /// Fills <paramref name="probabilities"/> (one for each of <see cref="LanguageTable.Codes"/>) and answers the best
    /// column, or -1 when the text has no word.
    /// </summary>
    public int Identify(TokenBuffer buffer, int hint, Span<float> probabilities)
    {
        Span<int> sums = stackalloc int[EmbeddedModel.LanguageRowBytes];
        var count = Sum(buffer, sums);
        probabilities.Clear();
        if (count == 0)
        {
            return -1;
        }

        var factor = model.LanguageScale / MathF.Sqrt(count);
        var best = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = model.LanguageBias[i] + (sums[i] * factor) + (i == hint ? HintLogOdds : 0);
            best = probabilities[i] > probabilities[best] ? i : best;
        }

        var max = probabilities[best];
        var total = 0f;
        foreach (ref var p in probabilities)
        {
            p = MathF.Exp(p - max);
            total += p;
        }

        foreach (ref var p in probabilities)
        {
            p /= total;
        }

        return best;
    }

    /// <summary>Writes the hashes of one token, and answers how many; a token that is no word has none.</summary>
    public static int Hashes(TokenBuffer buffer, in Token token, Span<uint> hashes)
    {
        if (token.Kind != TokenKind.Word)
        {
            return 0;
        }

        var count = CharacterGrams.Write(buffer.Normalized, token.NormalStart, token.NormalLength, 1, LongestGram, hashes);
        hashes[count++] = FeatureHash.ForLanguage(token.Hash, -2);
        return count;
    }

    private int Sum(TokenBuffer buffer, Span<int> sums)
    {
        Span<uint> hashes = stackalloc uint[CharacterGrams.MaxGrams];
        ref var rows = ref MemoryMarshal.GetArrayDataReference(model.LanguageRows);
        var shift = 32 - model.LanguageBits;
        var total = 0;
        foreach (ref readonly var token in buffer.Tokens)
        {
            var count = Hashes(buffer, token, hashes);
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;

            // A word has at most 169 hashes: 169 * 127 fits into 16 bits.
            for (var i = 0; i < count; i++)
            {
                var row = Vector256.LoadUnsafe(ref rows, (nuint)(hashes[i] >> shift) * EmbeddedModel.LanguageRowBytes);
                low += Vector256.WidenLower(row);
                high += Vector256.WidenUpper(row);
            }

            AddTo(sums, low, high);
            total += count;
            if (total >= MaxGrams)
            {
                break;
            }
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<int> sums, Vector256<short> low, Vector256<short> high)
    {
        ref var start = ref MemoryMarshal.GetReference(sums);
        (Vector256.LoadUnsafe(ref start) + Vector256.WidenLower(low)).StoreUnsafe(ref start);
        (Vector256.LoadUnsafe(ref start, 8) + Vector256.WidenUpper(low)).StoreUnsafe(ref start, 8);
        (Vector256.LoadUnsafe(ref start, 16) + Vector256.WidenLower(high)).StoreUnsafe(ref start, 16);
        (Vector256.LoadUnsafe(ref start, 24) + Vector256.WidenUpper(high)).StoreUnsafe(ref start, 24);
    }
}
