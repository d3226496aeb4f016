using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Intent;

namespace SocialListening.Tests.Scoring;

public sealed class IntentDetectorTests
{
    private static readonly EmbeddedScorer Scorer = EmbeddedScorer.Load();

    [Theory]
    [InlineData("À quelle heure ouvre la mairie demain ?", Intents.Question)]
    [InlineData("does anyone know if the 7 bus runs on sundays", Intents.Question)]
    [InlineData("Pouvez-vous me rappeler au sujet de mon dossier", Intents.Request)]
    [InlineData("please get back to me about my order", Intents.Request)]
    [InlineData("Toujours rien reçu, service client lamentable", Intents.Complaint)]
    [InlineData("Still waiting for my refund, this is unacceptable", Intents.Complaint)]
    [InlineData("Merci beaucoup à toute l'équipe, vous êtes formidables", Intents.Praise)]
    [InlineData("Great service, I highly recommend them", Intents.Praise)]
    [InlineData("N'achetez plus chez eux, boycott !", Intents.BoycottCall)]
    [InlineData("Stop buying from them, not a penny more", Intents.BoycottCall)]
    [InlineData("Je vais acheter le nouveau modèle dès samedi", Intents.PurchaseIntent)]
    [InlineData("where can i buy these shoes", Intents.PurchaseIntent)]
    public void Detect_PlainWording_TellsTheIntent(string text, Intents expected) =>
        Assert.True(Detect(text).HasFlag(expected));

    [Theory]
    [InlineData("Je ne vais pas acheter ce téléphone", Intents.PurchaseIntent)]
    [InlineData("I will never, no, not order again", Intents.PurchaseIntent)]
    [InlineData("No need to boycott them", Intents.BoycottCall)]
    [InlineData("Inutile, pas de boycott pour nous", Intents.BoycottCall)]
    [InlineData("Le magasin ouvre à neuf heures.", Intents.Question)]
    [InlineData("", Intents.Complaint)]
    public void Detect_NegatedOrAbsent_DoesNotTellIt(string text, Intents unexpected) =>
        Assert.False(Detect(text).HasFlag(unexpected));

    [Fact]
    public void Detect_ComplaintAsAQuestion_TellsBoth()
    {
        var intents = Detect("Pourquoi personne ne répond ? C'est inadmissible, je suis très déçu !");

        Assert.True(intents.HasFlag(Intents.Question | Intents.Complaint));
        Assert.False(intents.HasFlag(Intents.Praise));
    }

    [Fact]
    public void Detect_RandomText_NeverFails()
    {
        var random = new Random(31);
        for (var round = 0; round < 300; round++)
        {
            var intents = Detect(RandomText.Next(random, random.Next(0, 150)));

            Assert.Equal(intents, intents & (Intents)63);
        }
    }

    private static Intents Detect(string text) => IntentDetector.Detect(text, Scorer.Score(text));
}
