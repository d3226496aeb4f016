using System.Text.Json.Nodes;
using SocialListening.Scoring.Embedded;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Scoring;

/// <summary>
/// What the model that ships says of hard texts, so that a change of model or code shows what it changes. The last
/// three groups are known failures: they are listed as they are, not as they should be.
/// </summary>
public sealed class EmbeddedScorerGoldenTests
{
    private static readonly (string Group, string Text)[] Cases =
    [
        ("empty", ""),
        ("empty", " \t\r\n"),
        ("emoji only", "😍😍😍"),
        ("emoji only", "😡🤬"),
        ("emoji only", "👍🏽❤️"),
        ("right to left", "الخدمة ممتازة، شكرا جزيلا لكم"),
        ("right to left", "\u202Bخدمة سيئة جدا ولا أحد يرد\u202C"),
        ("right to left", "שירות מצוין, תודה רבה"),
        ("lone surrogates", "\uD83D merci \uDE00"),
        ("mixed scripts", "Great service في المطعم, merci beaucoup 谢谢 🙏"),
        ("mixed scripts", "Приветmonde, très déçu"),
        ("negation", "Le repas était bon."),
        ("negation", "Le repas n'était pas bon."),
        ("negation", "Je ne recommande à personne cette banque."),
        ("negation", "The staff were helpful."),
        ("negation", "The staff were not helpful at all."),
        ("negation", "I don't like this shop anymore."),
        ("elongation", "j'adooooooore, tropppp bien"),
        ("elongation", "sooooo baaaaad"),
        ("capitals", "SERVICE CLIENT LAMENTABLE"),
        ("complaint", "Colis jamais arrivé, trois semaines que j'attends et personne ne répond."),
        ("complaint", "They took my money twice and nobody answers the phone."),
        ("known failure: sarcasm", "Super, encore deux heures de retard, merci !"),
        ("known failure: sarcasm", "Great, another outage. Love paying for this."),
        ("known failure: good news in bad words", "Plus aucun bug depuis la panne, ouf."),
        ("known failure: good news in bad words", "Finally nobody died in the accident."),
        ("known failure: bad news without bad words", "Des manteaux donnés, dans une benne."),
    ];

    [Fact]
    public void Score_HardTexts_AreAsRecorded()
    {
        var scorer = EmbeddedScorer.Load();
        var answers = Cases.Select(c => (c.Group, c.Text, Score: scorer.Score(c.Text))).Select(c => (JsonNode)new JsonObject
        {
            ["group"] = c.Group,
            ["text"] = c.Text,
            ["language"] = c.Score.Language,
            ["sentiment"] = c.Score.Sentiment.ToString(),
            ["balance"] = Math.Round((double)c.Score.Balance, 1) + 0.0,
        });

        GoldenFile.AssertEqual("embedded-scorer.json", new JsonArray([.. answers]).ToJsonString());
    }
}
