using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Tests.Scoring.Training;

public sealed class LexiconReaderTests
{
    private const int Bits = 16;
    private static readonly int French = LanguageTable.IndexOf("fr");

    [Fact]
    public void Build_WordOfTwoLists_HasTheMeanByTheirVotes()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "chouette", 1, 3);
        lexicon.Add(French, "chouette", -1, 1);

        Assert.Equal(0.5, Valence(lexicon, "chouette"), 0.03);
    }

    [Fact]
    public void Build_WordSaidToMeanNothing_IsNotStored()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "genre", 0, 1);

        Assert.Equal(0, Valence(lexicon, "genre"));
    }

    [Fact]
    public void Add_Phrase_IsKeptAsAPhraseAndIsNoWord()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "ras le bol", -0.7, 1);

        Assert.Equal((French, "ras le bol", -0.7), Assert.Single(lexicon.Phrases));
        Assert.Equal(0, Valence(lexicon, "bol"));
    }

    [Fact]
    public void Fit_WordThatOnlyNamesTheTopic_Fades()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "menacées", -0.6, 1);
        var rows = Enumerable.Range(0, 300).Select(i => Row("espèces menacées " + i, i % 3)).Concat(Others());

        lexicon.Fit(rows);

        Assert.InRange(Valence(lexicon, "menacées"), -0.1, 0);
    }

    [Fact]
    public void Fit_WordThatTextsContradict_FadesButIsNotTurnedRound()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "brutal", -0.5, 1);

        lexicon.Fit(Enumerable.Range(0, 200).Select(i => Row("brutal " + i, 2)).Concat(Others()));

        Assert.Equal(0, Valence(lexicon, "brutal"));
    }

    [Fact]
    public void Fit_WordOfFewTexts_StaysAsTheListsHaveIt()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "superbe", 0.8, 1);

        lexicon.Fit(Others().Append(Row("superbe", 2)));

        Assert.Equal(0.8, Valence(lexicon, "superbe"), 0.05);
    }

    [Fact]
    public void Fit_Again_ReplacesTheFirstFit()
    {
        var lexicon = new LexiconReader();
        lexicon.Add(French, "brutal", -0.5, 1);
        lexicon.Fit(Enumerable.Range(0, 200).Select(i => Row("brutal " + i, 2)).Concat(Others()));

        lexicon.Fit([]);

        Assert.Equal(-0.5, Valence(lexicon, "brutal"), 0.03);
    }

    private static IEnumerable<TrainingRow> Others() => Enumerable.Range(0, 300).Select(i => Row("autre chose " + i, i % 3));

    private static TrainingRow Row(string text, int label) => new(text, label, French, "set", false);

    private static double Valence(LexiconReader lexicon, string word) => lexicon.Build(Bits).Find(French, FeatureHash.Word(word)) / 127.0;
}
