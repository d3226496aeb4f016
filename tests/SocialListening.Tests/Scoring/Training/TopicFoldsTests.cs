using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Benchmarks.Sentiment.Training;

namespace SocialListening.Tests.Scoring.Training;

public sealed class TopicFoldsTests
{
    private static readonly string[] Sea = Vocabulary("mer");
    private static readonly string[] Town = Vocabulary("ville");

    [Fact]
    public void Of_TextsOfTwoTopics_PutsEachTopicInAFoldOfItsOwn()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 200).Select(i => Row(Words(i % 2 == 0 ? Sea : Town, random))).ToList();

        var foldOf = TopicFolds.Of(rows, 2);

        var folds = rows.GroupBy(row => Sea.Contains(row.Text.Split(' ')[0])).Select(topic => topic.Select(foldOf).Distinct().ToList()).ToList();
        Assert.All(folds, fold => Assert.Single(fold));
        Assert.NotEqual(folds[0], folds[1]);
    }

    [Fact]
    public void Of_AnyTexts_FillsNoFoldBeyondItsShareAndGivesTheSameFoldsAgain()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 200).Select(i => Row(Words(Sea, random))).DistinctBy(row => row.Text).ToList();

        var foldOf = TopicFolds.Of(rows, 4);
        var folds = rows.ConvertAll(row => foldOf(row));

        Assert.All(folds, fold => Assert.InRange(fold, 0, 3));
        Assert.All(folds.CountBy(fold => fold), fold => Assert.InRange(fold.Value, 1, (int)(1.6 * rows.Count / 4) + 1));
        var again = TopicFolds.Of(rows, 4);
        Assert.Equal(folds, rows.ConvertAll(row => again(row)));
    }

    [Fact]
    public void Of_CopyWithAnotherLinkOrHandle_IsInTheFoldOfTheFirst()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 40).Select(i => Row(Words(i % 2 == 0 ? Sea : Town, random))).ToList();
        var copy = Row("RT @user " + rows[0].Text + " http");

        var foldOf = TopicFolds.Of([.. rows, copy], 2);

        Assert.Equal(foldOf(rows[0]), foldOf(copy));
        Assert.Equal(-1, foldOf(Row("inconnu")));
    }

    private static TrainingRow Row(string text) => new(text, 1, 2, "umsab", false);

    private static string[] Vocabulary(string topic) =>
        [.. Enumerable.Range(0, 40).Select(i => $"{topic}{(char)('a' + (i / 10))}{(char)('k' + (i % 10))}")];

    private static string Words(string[] of, Random random)
    {
        var words = (string[])of.Clone();
        random.Shuffle(words);
        return string.Join(' ', words[..8]);
    }
}
