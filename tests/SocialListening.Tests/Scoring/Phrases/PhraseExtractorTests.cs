using SocialListening.Scoring.Phrases;

namespace SocialListening.Tests.Scoring.Phrases;

public sealed class PhraseExtractorTests
{
    private static readonly PhraseExtractor Plain = new();

    [Theory]
    [InlineData("en", "The new ticket gates will be switched on at all suburban stations on 1 February.", "suburban stations|February|ticket gates|switched")]
    [InlineData("fr", "Prix du gaz, prix de l'électricité : tout augmente.", "prix de l'électricité|prix du gaz|augmente")]
    [InlineData("fr", "On découvre une fuite de données chez Orange, merci la SNCF !", "fuite de données|découvre|Orange|SNCF")]
    [InlineData("es", "El retraso del tren de Sevilla no tiene explicación", "retraso del tren de Sevilla|explicación")]
    [InlineData("de", "Der Ausfall der Klimaanlage im Zug nach Hamburg ist eine Zumutung", "Klimaanlage|Zumutung|Hamburg|Ausfall|Zug")]
    [InlineData("it", "Il ritardo del treno per Milano è inaccettabile", "ritardo del treno|inaccettabile|Milano")]
    [InlineData("pt", "O atraso do comboio para Lisboa foi uma vergonha", "atraso do comboio|vergonha|Lisboa")]
    [InlineData("nl", "De vertraging van de trein naar Utrecht is belachelijk", "belachelijk|vertraging|Utrecht|trein")]
    [InlineData("ar", "انقطاع الكهرباء في القاهرة", "انقطاع الكهرباء|القاهرة")]
    [InlineData("hi", "Yeh company ka customer care bilkul bekar hai", "company|customer care bilkul bekar")]
    public void Extract_PostInAKnownLanguage_GivesItsMatterWithoutFunctionWords(string language, string text, string expected) =>
        Assert.Equal(expected.Split('|').Order(), Texts(Plain, text, language).Order());

    [Theory]
    [InlineData("#BoycottCafeDuPort")]
    [InlineData("#boycottCafeDuPort")]
    public void Extract_Hashtag_IsCutAtCapitals(string text) =>
        Assert.Equal(["boycott cafe du port"], Texts(Plain, text, "fr"));

    [Fact]
    public void Extract_NumbersLinksAndHandles_AreLeftOut() =>
        Assert.Equal(["colis"], Texts(Plain, "@livraison 3 colis sur 12 https://example.invalid/suivi?id=colis www.example.invalid", "fr"));

    [Theory]
    [InlineData("Grosse panne chez Solidarité Atlas hier", "panne")]
    [InlineData("panne SOLIDARITE ATLAS #SolidariteAtlas", "panne")]
    [InlineData("Solidarité, panne, Atlas", "panne")]
    public void Extract_OwnName_IsNeverGiven(string text, string expected) =>
        Assert.Equal([expected], Texts(new PhraseExtractor(new OwnNames(["Solidarité Atlas"])), text, "fr").Select(phrase => phrase.Split(' ')[^1]));

    [Fact]
    public void Extract_WordOfAnOwnNameInAnotherPhrase_IsKept() =>
        Assert.Contains("cafés équitables", Texts(new PhraseExtractor(new OwnNames(["Café du Port"])), "Des cafés équitables pour tous", "fr"));

    [Fact]
    public void Extract_WordsThatTheBackgroundIsFullOf_ComeLast()
    {
        var background = WordBackground.Of(Enumerable.Range(0, 50).Select(i => ($"livraison en retard numéro {i}", "fr")));

        var phrases = Texts(new PhraseExtractor(null, background), "Livraison, puis incendie.", "fr");

        Assert.Equal(["incendie", "livraison"], phrases);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀😀 ❤️")]
    [InlineData("\uD83D \uDE00")]
    [InlineData("... !!! ???")]
    [InlineData("le de la et ou")]
    public void Extract_NothingToSay_GivesNone(string text) => Assert.Empty(Plain.Extract(text, "fr"));

    [Fact]
    public void Extract_HundredKilobytes_StaysBounded()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"entrepôt{(char)('a' + (i % 26))} "));

        Assert.Equal(5, Plain.Extract(text, "fr").Count);
    }

    [Fact]
    public void Extract_AnyText_GivesPhrasesOfTheTextThatShareNoWord()
    {
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var text = RandomText.Next(random, 1 + (i % 60));
            var limit = 1 + (i % 6);

            var phrases = Plain.Extract(text, i % 2 == 0 ? "fr" : "und", limit);

            Assert.True(phrases.Count <= limit);
            Assert.All(phrases, phrase => Assert.False(string.IsNullOrWhiteSpace(phrase.Text)));
            Assert.All(phrases, phrase => Assert.InRange(phrase.Start + phrase.Length, 1, text.Length));
            Assert.Equal(phrases.Select(phrase => phrase.Score).OrderDescending(), phrases.Select(phrase => phrase.Score));
            var ordered = phrases.OrderBy(phrase => phrase.Start).ToArray();
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
        }
    }

    [Fact]
    public void ExtractTexts_AnyText_AreThoseOfExtract()
    {
        var text = "La collecte de manteaux à Val-Clair reprend, annonce la mairie.";

        Assert.Equal(Plain.Extract(text, "fr").Select(phrase => phrase.Text), Plain.ExtractTexts(text, "fr"));
    }

    [Fact]
    public void Extract_Warm_AllocatesOnlyItsResult()
    {
        var text = "La collecte de manteaux à Val-Clair reprend, annonce la mairie.";
        Plain.Extract(text, "fr");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var phrases = Plain.ExtractTexts(text, "fr");

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 1, phrases.Sum(phrase => 32 + (2 * phrase.Length)) + 24 + (8 * phrases.Count) + 64);
    }

    private static IEnumerable<string> Texts(PhraseExtractor extractor, string text, string language) =>
        extractor.Extract(text, language).Select(phrase => phrase.Text);
}
