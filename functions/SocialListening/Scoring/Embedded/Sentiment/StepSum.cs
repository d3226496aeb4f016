using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>Sums of the three signed bytes of table rows.</summary>
internal readonly struct StepSum(int negative, int positive, int offensive)
{
    private const uint Bias = 0x00808080;
    private const uint OuterBytes = 0x00FF00FF;

    public int Negative { get; } = negative;

    public int Positive { get; } = positive;

    public int Offensive { get; } = offensive;

    /// <summary>
    /// Adds the rows of the features as all languages use them and, unless the language is negative, as it uses them.
    /// At most 256 features: bytes are added with a bias of 128, two to a register of two 16-bit halves.
    /// </summary>
    public static StepSum Of(uint[] rows, int shift, ReadOnlySpan<uint> hashes, int language)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(rows);
        uint outer = 0, middle = 0;
        foreach (var hash in hashes)
        {
            var row = Unsafe.Add(ref table, hash >> shift) ^ Bias;
            outer += row & OuterBytes;
            middle += (row >> 8) & OuterBytes;
        }

        var own = default(StepSum);
        if (language >= 0)
        {
            uint ownOuter = 0, ownMiddle = 0;
            foreach (var hash in hashes)
            {
                var row = Unsafe.Add(ref table, FeatureHash.ForLanguage(hash, language) >> shift) ^ Bias;
                ownOuter += row & OuterBytes;
                ownMiddle += (row >> 8) & OuterBytes;
            }

            own = Unpack(ownOuter, ownMiddle, hashes.Length);
        }

        var shared = Unpack(outer, middle, hashes.Length);
        return new StepSum(
            shared.Negative + own.Negative, shared.Positive + own.Positive, shared.Offensive + own.Offensive);
    }

    private static StepSum Unpack(uint outer, uint middle, int count) => new(
        (int)(outer & 0xFFFF) - (128 * count),
        (int)(middle & 0xFFFF) - (128 * count),
        (int)(outer >> 16) - (128 * count));
}
