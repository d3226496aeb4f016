using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Rollups;

public sealed class TermCountingTests
{
    [Fact]
    public void Move_FewPhrases_CountsThemExactly()
    {
        var tally = new TermTally();

        Assert.True(TermCounting.Move(tally, 8, null, Score("Retard", "Train")));
        Assert.True(TermCounting.Move(tally, 8, null, Score("retard", "RETARD", "colis")));
        Assert.True(TermCounting.Move(tally, 8, Score("Retard", "Train"), Score("Train", "Remboursement")));
        Assert.False(TermCounting.Move(tally, 8, Score("Train"), Score("train")));

        Assert.Equal([("colis", 1), ("remboursement", 1), ("retard", 1), ("train", 1)], tally.Counts.Select(term => (term.Key, term.Value)).Order());
        Assert.Equal((0, 0), (tally.Earlier.Count, tally.Unlisted));
    }

    [Fact]
    public void Move_LongAndManyPhrases_CountsTheFirstThatFit()
    {
        var tally = new TermTally();

        TermCounting.Move(tally, 100, null, Score([new string('x', TermCounting.LongestPhrase + 1), .. Enumerable.Range(0, 9).Select(i => $"p{i}")]));

        Assert.Equal(Enumerable.Range(0, TermCounting.PhrasesOfMention).Select(i => $"p{i}"), tally.Counts.Keys);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 20)]
    [InlineData(4, 1)]
    public void Move_AnyMentionsInAndOut_KeepsEveryBound(int seed, int capacity)
    {
        var random = new Random(seed);
        var tally = new TermTally();
        var truth = new Dictionary<string, int>(StringComparer.Ordinal);
        var counted = new List<MentionScore>();
        var added = 0;
        for (var step = 0; step < 3_000; step++)
        {
            if (counted.Count > 0 && random.Next(4) == 0)
            {
                var gone = counted[random.Next(counted.Count)];
                counted.Remove(gone);
                TermCounting.Move(tally, capacity, gone, null);
                Note(truth, gone, -1);
            }
            else
            {
                // A few phrases are frequent, most are rare.
                var score = Score([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2) == 0 ? $"hot{random.Next(3)}" : $"rare{random.Next(400)}").Distinct()]);
                counted.Add(score);
                TermCounting.Move(tally, capacity, null, score);
                Note(truth, score, 1);
                added += score.KeyPhrases.Count;
            }

            AssertBounds(tally, truth, capacity);
        }

        Assert.InRange(tally.Unlisted, 1, added / capacity);
        counted.ForEach(score => TermCounting.Move(tally, capacity, score, null));
        Assert.Empty(tally.Counts);
        Assert.Empty(tally.Earlier);
    }

    [Fact]
    public void Sum_OfParts_KeepsEveryBound()
    {
        var random = new Random(7);
        var truth = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = new[] { new TermTally(), new TermTally(), new TermTally() };
        for (var step = 0; step < 2_000; step++)
        {
            var score = Score(random.Next(2) == 0 ? $"hot{random.Next(3)}" : $"rare{random.Next(100)}");
            TermCounting.Move(parts[random.Next(parts.Length)], 10, null, score);
            Note(truth, score, 1);
        }

        AssertBounds(parts.Aggregate(TermCounting.Sum), truth, 30);
    }

    [Fact]
    public void StartOf_HourAndDay_AreThoseOfUtc()
    {
        var instant = new DateTimeOffset(2026, 3, 2, 1, 59, 59, TimeSpan.FromHours(2));

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero), TermCounting.StartOf(TermSpan.Hour, instant));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), TermCounting.StartOf(TermSpan.Day, instant));
    }

    private static void AssertBounds(TermTally tally, Dictionary<string, int> truth, int capacity)
    {
        Assert.InRange(tally.Counts.Count, 0, capacity);
        foreach (var (phrase, count) in truth)
        {
            var low = tally.Counts.GetValueOrDefault(phrase);
            var high = tally.Counts.ContainsKey(phrase) ? low + tally.Earlier.GetValueOrDefault(phrase) : tally.Unlisted;
            Assert.True(low <= count && count <= high, $"{phrase} is {count}, not from {low} to {high}.");
        }

        Assert.All(tally.Counts, term => Assert.True(term.Value > 0 && truth.GetValueOrDefault(term.Key) > 0, term.Key));
    }

    private static void Note(Dictionary<string, int> truth, MentionScore score, int by)
    {
        foreach (var phrase in score.KeyPhrases)
        {
            truth[phrase] = truth.GetValueOrDefault(phrase) + by;
        }
    }

    private static MentionScore Score(params string[] phrases) => Samples.Score() with { KeyPhrases = phrases };
}
