using System.Numerics;
using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>
/// Finds posts that nearly repeat one another, by SimHash (M. Charikar, "Similarity estimation techniques from rounding
/// algorithms", STOC 2002) over folded character 4-grams. Reposts do not count: they repeat openly.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>Most bits in which two near-duplicates differ.</summary>
    private const int MaxDistance = 10;

    /// <summary>Texts shorter than this, folded, repeat each other by nature ("thank you!").</summary>
    private const int MinLength = 24;

    /// <summary>Counts the mentions of a bucket that nearly repeat another one of the window.</summary>
    /// <param name="bucket">The mentions to judge.</param>
    /// <param name="window">The mentions to compare with, the bucket's own included.</param>
    public static int Count(IReadOnlyList<ScoredMention> bucket, IReadOnlyList<ScoredMention> window)
    {
        // Most of the work is the fingerprints: those of the bucket are among the window's and not made twice.
        var others = Fingerprints(window);
        var known = others.DistinctBy(other => other.Id).ToDictionary(other => other.Id, other => other.Print, StringComparer.Ordinal);
        var count = 0;
        foreach (var mention in bucket)
        {
            var id = mention.Mention.Id;
            if (!known.TryGetValue(id, out var print))
            {
                continue;
            }

            foreach (var (otherId, otherPrint) in others)
            {
                if (BitOperations.PopCount(print ^ otherPrint) <= MaxDistance && id != otherId)
                {
                    count++;
                    break;
                }
            }
        }

        return count;
    }

    /// <summary>The SimHash of a text, or 0 when it is too short to tell.</summary>
    public static ulong Fingerprint(string text)
    {
        Span<char> folded = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        if (length < MinLength)
        {
            return 0;
        }

        // Byte j of lane k counts how many hashes have bit 8j + k, eight bits in one addition; a byte holds 255 of them.
        Span<int> ones = stackalloc int[64];
        Span<ulong> lanes = stackalloc ulong[8];
        ones.Clear();
        lanes.Clear();
        var grams = length - 3;
        for (var i = 0; i < grams; i++)
        {
            var hash = Mix(((ulong)folded[i] << 48) | ((ulong)folded[i + 1] << 32) | ((ulong)folded[i + 2] << 16) | folded[i + 3]);
            for (var k = 0; k < lanes.Length; k++)
            {
                lanes[k] += (hash >> k) & 0x0101_0101_0101_0101UL;
            }

            if (i % byte.MaxValue == byte.MaxValue - 1 || i == grams - 1)
            {
                Collect(lanes, ones);
            }
        }

        var print = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            print |= 2 * ones[bit] > grams ? 1UL << bit : 0;
        }

        return print == 0 ? 1 : print;
    }

    private static void Collect(Span<ulong> lanes, Span<int> ones)
    {
        for (var bit = 0; bit < ones.Length; bit++)
        {
            ones[bit] += (int)((lanes[bit % 8] >> (bit & ~7)) & byte.MaxValue);
        }

        lanes.Clear();
    }

    private static List<(string Id, ulong Print)> Fingerprints(IReadOnlyList<ScoredMention> mentions)
    {
        var prints = new List<(string, ulong)>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (mention.Mention.Kind != MentionKind.Repost && Fingerprint(mention.Mention.Text) is var print and not 0)
            {
                prints.Add((mention.Mention.Id, print));
            }
        }

        return prints;
    }

    // The finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
