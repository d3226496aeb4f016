using System.Runtime.CompilerServices;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>Sums of the rows that features have for all languages, for their own language and for its register of organisations.</summary>
internal struct RowSums
{
    public StepSum Shared;
    public StepSum Own;
    public StepSum Voice;

    public readonly int Negative => Shared.Negative + Own.Negative;

    public readonly int Positive => Shared.Positive + Own.Positive;

    public readonly int Offensive => Shared.Offensive + Own.Offensive;

    /// <summary>Adds the rows of at most 256 features.</summary>
    /// <param name="rows">The first row of the table.</param>
    /// <param name="shift">How far a hash is shifted down to be a row.</param>
    /// <param name="hashes">The features.</param>
    /// <param name="language">Column of the language; negative for none.</param>
    /// <param name="voice">Column of the language's register of organisations; negative for none.</param>
    public void Add(ref uint rows, int shift, ReadOnlySpan<uint> hashes, int language, int voice)
    {
        if (voice >= 0)
        {
            foreach (var hash in hashes)
            {
                var row = hash >> shift;
                Shared.Add(Unsafe.Add(ref rows, row));
                Own.Add(Unsafe.Add(ref rows, FeatureHash.OwnRow(row, hash, language)));
                Voice.Add(Unsafe.Add(ref rows, FeatureHash.OwnRow(row, hash, voice)));
            }

            Voice.Take(hashes.Length);
        }
        else if (language >= 0)
        {
            foreach (var hash in hashes)
            {
                var row = hash >> shift;
                Shared.Add(Unsafe.Add(ref rows, row));
                Own.Add(Unsafe.Add(ref rows, FeatureHash.OwnRow(row, hash, language)));
            }
        }
        else
        {
            foreach (var hash in hashes)
            {
                Shared.Add(Unsafe.Add(ref rows, hash >> shift));
            }
        }

        Shared.Take(hashes.Length);
        Own.Take(language >= 0 ? hashes.Length : 0);
    }
}
