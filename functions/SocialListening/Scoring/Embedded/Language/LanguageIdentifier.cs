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
    /// <summary>Sequences read at most.</summary>
    public const int MaxGrams = 600;

    // After this many, and again after as many more, the text is left when its language is clear.
    private const int GramsBetweenLooks = 120;

    // The best language is e^8, some 3,000 times, more likely than the next: neither the rest nor a hint would turn that.
    private const float ClearLogOdds = 8;

    // A platform that names the language is right more often than not, yet often names the account's language.
    private static readonly float HintLogOdds = MathF.Log(6);

    /// <summary>
    /// Fills <paramref name="probabilities"/> (one for each of <see cref="LanguageTable.Codes"/>) and answers the best
    /// column, or -1 when the text has no word.
    /// </summary>
    public int Identify(TokenBuffer buffer, GramBuffer grams, int hint, Span<float> probabilities)
    {
        Span<int> sums = stackalloc int[EmbeddedModel.LanguageRowBytes];
        var count = Sum(buffer.Tokens, grams, sums);
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

    /// <summary>The hash of a whole word, beside those of its character sequences.</summary>
    public static uint OfWord(in Token word) => FeatureHash.ForLanguage(word.Hash, -2);

    private int Sum(ReadOnlySpan<Token> tokens, GramBuffer grams, Span<int> sums)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(model.LanguageRows);
        var shift = 32 - model.LanguageBits;
        var total = 0;
        var look = GramsBetweenLooks;
        for (var t = 0; t < tokens.Length && total < MaxGrams; t++)
        {
            if (total >= look)
            {
                if (IsClear(sums, total))
                {
                    break;
                }

                look += GramsBetweenLooks;
            }

            ref readonly var token = ref tokens[t];
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            var word = Vector256.LoadUnsafe(ref rows, (nuint)(OfWord(token) >> shift) * EmbeddedModel.LanguageRowBytes);
            var low = Vector256.WidenLower(word);
            var high = Vector256.WidenUpper(word);

            // A word has at most 162 hashes: 162 * 127 fits into 16 bits.
            var hashes = grams.UpToFour(t, token);
            foreach (var hash in hashes)
            {
                var row = Vector256.LoadUnsafe(ref rows, (nuint)(hash >> shift) * EmbeddedModel.LanguageRowBytes);
                low += Vector256.WidenLower(row);
                high += Vector256.WidenUpper(row);
            }

            AddTo(sums, low, high);
            total += hashes.Length + 1;
        }

        return total;
    }

    private bool IsClear(ReadOnlySpan<int> sums, int count)
    {
        var factor = model.LanguageScale / MathF.Sqrt(count);
        float best = float.MinValue, second = float.MinValue;
        for (var i = 0; i < model.LanguageBias.Length; i++)
        {
            var odds = model.LanguageBias[i] + (sums[i] * factor);
            second = Math.Max(second, Math.Min(best, odds));
            best = Math.Max(best, odds);
        }

        return best - second >= ClearLogOdds;
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
