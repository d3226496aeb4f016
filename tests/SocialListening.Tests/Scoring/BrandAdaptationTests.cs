using SocialListening.Contracts;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Tests.Scoring;

public sealed class BrandAdaptationTests
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();
    private static readonly string[] Places = ["Lyon", "Nantes", "Brest", "Lille", "Nice", "Tours", "Dijon", "Metz", "Pau", "Caen", "Reims", "Toulon"];
    private static readonly string[] Days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly SentimentLabel Blockade = Other(Places.SelectMany(place => Days, BlockadeText).GroupBy(text => Score(text).Sentiment).MaxBy(group => group.Count())!.Key);

    [Fact]
    public void Train_WordThatMeansSomethingElseToTheBrand_LearnsItAndKeepsTheRest()
    {
        var (adaptation, report) = AdaptationTrainer.Train(Scorer, UnionSample());

        Assert.True(adaptation is not null, string.Join(" ", report.Refusals));
        Assert.True(report.MacroF1 > report.BaseMacroF1 + 0.1, $"{report}");
        Assert.InRange(report.Broken, 0, report.BaseRight / 10);
        const string Unseen = "Blocage total de la zone à Quimper hier soir";
        Assert.Equal(Blockade, adaptation.Apply(Unseen, Score(Unseen)).Sentiment);
        const string Other = "Accueil horrible, je suis très déçue, plus jamais";
        Assert.Equal(SentimentLabel.Negative, adaptation.Apply(Other, Score(Other)).Sentiment);
    }

    [Fact]
    public void Apply_TextWhoseToneIsTurnedRound_KeepsNeitherTheOldExplanationNorTheOldIntents()
    {
        var adaptation = AdaptationTrainer.Train(Scorer, UnionSample()).Adaptation!;
        var text = Places.SelectMany(place => Days, BlockadeText).First(text => Score(text).Sentiment != Blockade && adaptation.Apply(text, Score(text)).Sentiment == Blockade);
        var before = Score(text) with { Intents = Blockade == SentimentLabel.Negative ? [IntentNames.Question, IntentNames.Praise] : [IntentNames.Question, IntentNames.Complaint] };

        var after = adaptation.Apply(text, before);

        Assert.NotEqual(before.Sentiment, after.Sentiment);
        Assert.Empty(after.TopTokens);
        Assert.Contains(IntentNames.Question, after.Intents);
        Assert.True(after.Sentiment != SentimentLabel.Negative || !after.Intents.Contains(IntentNames.Praise));
        Assert.True(after.Sentiment != SentimentLabel.Positive || after.Positive < 0.6f || !after.Intents.Contains(IntentNames.Complaint));
    }

    [Fact]
    public void Train_TheSameSampleTwice_GivesTheSameBytesInAnyOrder()
    {
        var sample = UnionSample().ToArray();
        var first = Bytes(AdaptationTrainer.Train(Scorer, sample).Adaptation!);
        new Random(3).Shuffle(sample);

        Assert.Equal(first, Bytes(AdaptationTrainer.Train(Scorer, sample).Adaptation!));
        Assert.InRange(first.Length, 1, BrandAdaptationFile.MaxBytes);
    }

    [Fact]
    public void Train_RandomLabels_IsRefused()
    {
        var random = new Random(5);
        var sample = UnionSample().Select(row => row with { Label = (SentimentLabel)random.Next(3) }).ToArray();

        var (adaptation, report) = AdaptationTrainer.Train(Scorer, sample);

        Assert.Null(adaptation);
        Assert.NotEmpty(report.Refusals);
    }

    [Fact]
    public void Train_MistakesOfTheModelAlone_IsRefusedWithWhatToDo()
    {
        var mistakes = UnionSample().Select(row => row with { Label = Other(Score(row.Text).Sentiment) }).ToArray();

        var (adaptation, report) = AdaptationTrainer.Train(Scorer, mistakes);

        Assert.Null(adaptation);
        Assert.Contains(report.Refusals, refusal => refusal.Contains("Confirm", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_FewTexts_IsRefused()
    {
        var (adaptation, report) = AdaptationTrainer.Train(Scorer, [.. UnionSample().Take(20), .. UnionSample().Take(20)]);

        Assert.Null(adaptation);
        Assert.Equal(20, report.Texts);
        Assert.Contains("20 different texts", report.Refusals[0], StringComparison.Ordinal);
        Assert.Null(AdaptationTrainer.Train(Scorer, []).Adaptation);
    }

    [Fact]
    public void Apply_AnyText_GivesProbabilitiesThatAddUpToOneAndNamesItself()
    {
        var adaptation = AdaptationTrainer.Train(Scorer, UnionSample()).Adaptation!;
        var random = new Random(9);
        for (var round = 0; round < 300; round++)
        {
            var text = RandomText.Next(random, random.Next(20));
            var score = Score(text);
            var adapted = adaptation.Apply(text, score);
            Assert.InRange(adapted.Negative + adapted.Neutral + adapted.Positive, 0.999f, 1.001f);
            Assert.Equal($"{score.Engine}+{adaptation.Fingerprint}", adapted.Engine);
            Assert.Equal(BrandAdaptation.LabelOf(adapted.Negative, adapted.Neutral, adapted.Positive), adapted.Sentiment);
        }
    }

    [Theory]
    [InlineData("azure/2025-01-01")]
    [InlineData("embedded/another")]
    public void Apply_ScoreOfAnotherEngineOrModel_IsLeft(string engine)
    {
        var adaptation = AdaptationTrainer.Train(Scorer, UnionSample()).Adaptation!;
        var score = Score("Blocage total") with { Engine = engine };

        Assert.Same(score, adaptation.Apply("Blocage total", score));
    }

    [Fact]
    public void File_WrittenAndRead_IsTheSame()
    {
        var adaptation = AdaptationTrainer.Train(Scorer, UnionSample()).Adaptation!;
        var bytes = Bytes(adaptation);

        var read = BrandAdaptationFile.Read(new MemoryStream(bytes));

        Assert.Equal(bytes, Bytes(read));
        Assert.Equal((adaptation.Fingerprint, adaptation.Texts, Scorer.ModelVersion), (read.Fingerprint, read.Texts, read.BaseModel));
        Assert.Equal(adaptation.Apply("Blocage total", Score("Blocage total")).Positive, read.Apply("Blocage total", Score("Blocage total")).Positive);
    }

    [Fact]
    public void Read_DamagedFile_SaysSo()
    {
        var bytes = Bytes(AdaptationTrainer.Train(Scorer, UnionSample()).Adaptation!);
        Assert.Throws<InvalidDataException>(() => BrandAdaptationFile.Read(new MemoryStream()));
        Assert.Throws<InvalidDataException>(() => BrandAdaptationFile.Read(new MemoryStream([1, 2, 3])));
        for (var length = 1; length < bytes.Length; length += 37)
        {
            Assert.Throws<InvalidDataException>(() => BrandAdaptationFile.Read(new MemoryStream(bytes[..length])));
        }
    }

    // To a union, a blockade means something else than to the model, whatever that is; the rest is as everywhere.
    private static IReadOnlyList<AdaptationSample> UnionSample() => [.. UnionTexts()];

    private static IEnumerable<AdaptationSample> UnionTexts()
    {
        foreach (var place in Places)
        {
            foreach (var day in Days)
            {
                yield return new AdaptationSample(BlockadeText(place, day), Blockade);
                yield return new AdaptationSample($"Accueil horrible à {place} {day}, je suis très déçu", SentimentLabel.Negative);
                yield return new AdaptationSample($"Merci à toute l'équipe de {place}, formidable {day}", SentimentLabel.Positive);
            }
        }
    }

    private static string BlockadeText(string place, string day) => $"Blocage total de la zone à {place} {day}";

    private static SentimentLabel Other(SentimentLabel sentiment) => sentiment == SentimentLabel.Positive ? SentimentLabel.Negative : SentimentLabel.Positive;

    private static MentionScore Score(string text)
    {
        var score = Scorer.Score(text);
        return new MentionScore(score.Language, score.Sentiment, score.Negative, score.Neutral, score.Positive, "embedded/" + score.ModelVersion);
    }

    private static byte[] Bytes(BrandAdaptation adaptation)
    {
        using var stream = new MemoryStream();
        BrandAdaptationFile.Write(adaptation, stream);
        return stream.ToArray();
    }
}
