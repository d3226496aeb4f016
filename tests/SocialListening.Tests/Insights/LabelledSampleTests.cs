using SocialListening.Contracts;
using SocialListening.Insights;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Insights;

public sealed class LabelledSampleTests
{
    [Fact]
    public void Tsv_TextsWithTabsAndBreaks_AreOneLineEach() =>
        Assert.Equal("negative\ta b  c\npositive\t=1+1\n", LabelledSample.Tsv([Row("a\tb\r\nc", SentimentLabel.Negative), Row(" \n", SentimentLabel.Negative), Row("=1+1", SentimentLabel.Positive)]));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("he said \"no\", twice\nthen", "\"he said \"\"no\"\", twice\nthen\"")]
    [InlineData("=HYPERLINK(1)", "\"'=HYPERLINK(1)\"")]
    [InlineData("@atlas", "\"'@atlas\"")]
    public void Csv_Text_IsQuotedAndNoFormula(string text, string cell)
    {
        var csv = LabelledSample.Csv([Row(text, SentimentLabel.Neutral)]);

        Assert.StartsWith("label,text,language,scored,engine,mentionId,correctedAtUtc,by,note\r\n\"neutral\"," + cell + ",\"fr\",\"positive\",\"test/1\",\"mastodon:1\",", csv, StringComparison.Ordinal);
        Assert.EndsWith(",\"\",\"irony\"\r\n", csv, StringComparison.Ordinal);
    }

    private static CorrectedText Row(string text, SentimentLabel label) =>
        CorrectedText.Of(Samples.Scored(Samples.Mention(text: text)) with { Correction = new SentimentCorrection(label, Samples.Noon, null, "irony") });
}
