using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Tests.Scoring;

public sealed class CharacterGramsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(63)]
    public void Write_WordOfAnyLength_GivesTheHashOfEachSequenceShortestFirst(int length)
    {
        var word = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * 7 % 26))));
        var text = " " + word + " " + new string('#', CharacterGrams.Overread);
        var hashes = new uint[CharacterGrams.MaxGrams];

        var count = CharacterGrams.Write(text, 1, length, hashes);

        var expected = Plain(text[..(Math.Min(length, CharacterGrams.MaxWord) + 2)]);
        Assert.Equal(expected, hashes[..count]);
        Assert.Equal(CharacterGrams.CountOf(length), count);
        Assert.Equal(expected.Count - Math.Max(0, Math.Min(length, CharacterGrams.MaxWord) - 2), CharacterGrams.UpToFour(length));
    }

    // The same by the letter: one sequence after the other, one character after the other.
    private static List<uint> Plain(string padded)
    {
        var hashes = new List<uint>();
        for (var n = 1; n <= CharacterGrams.Longest; n++)
        {
            // The last blank is not a sequence of its own: the first is.
            for (var start = 0; start + n <= padded.Length - (n == 1 ? 1 : 0); start++)
            {
                var hash = FeatureHash.GramSeed;
                foreach (var c in padded.AsSpan(start, n))
                {
                    hash = FeatureHash.Add(hash, c);
                }

                hashes.Add((hash ^ (hash >> 15)) * FeatureHash.SpreadFactor);
            }
        }

        return hashes;
    }
}
