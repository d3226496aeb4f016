using SocialListening.Contracts;
using SocialListening.Notifiers;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Notifiers;

public sealed class AlertTextTests
{
    [Fact]
    public void Summary_NewAlert_SaysWhatMovedHowFarAndAgainstWhat() => Assert.Equal(
        "Solidarité Atlas: sudden rise of mentions, major. 96 mentions in 1 h, expected 7.5 (2 to 15); as rare as once in 240 days.",
        AlertText.Summary(Samples.Alert(), Samples.Brand()));

    [Fact]
    public void Summary_EndedAlert_SaysHowLongItLasted() => Assert.Equal(
        "Solidarité Atlas: sudden rise of mentions is over after 9 h.",
        AlertText.Summary(Samples.Alert(3, AlertStatus.Ended), Samples.Brand()));

    [Theory]
    [InlineData("sudden", 2, AlertStatus.Open, "Solidarité Atlas: sudden rise of mentions grows, major. ")]
    [InlineData("negative-shift", 2, AlertStatus.Open, "Solidarité Atlas: turn to a negative tone grows, major. ")]
    [InlineData("negative-shift", 3, AlertStatus.Ended, "Solidarité Atlas: turn to a negative tone is over after 9 h.")]
    [InlineData("silence", 2, AlertStatus.Ended, "Solidarité Atlas: silence where there was traffic is over after 9 h.")]
    public void Summary_OfEachRevision_IsASentence(string kind, int revision, AlertStatus status, string expected) =>
        Assert.StartsWith(expected, AlertText.Summary(Samples.Alert(revision, status) with { Kind = kind }, Samples.Brand()), StringComparison.Ordinal);

    [Theory]
    [InlineData("platform:bluesky", "sudden", "sudden rise of mentions on bluesky, major. 96 mentions in")]
    [InlineData("topic:delivery", "slow-burn", "slow rise of mentions in topic Livraisons, major. 96 mentions in")]
    [InlineData("topic:gone", "sudden", "sudden rise of mentions in topic gone, major. 96 mentions in")]
    [InlineData("tier:macro", "coordinated-burst", "copy-paste burst by macro accounts, major. 96 mentions in")]
    [InlineData("negative", "sudden", "sudden rise of negative mentions, major. 96 negative mentions in")]
    [InlineData("all", "negative-shift", "turn to a negative tone, major. 96 negative mentions in")]
    public void Summary_OfAPart_NamesItInWords(string series, string kind, string expected)
    {
        var brand = Samples.Brand() with { Topics = [new BrandTopic("delivery", "Livraisons", "colis")] };

        Assert.StartsWith($"Solidarité Atlas: {expected}", AlertText.Summary(Samples.Alert() with { Series = series, Kind = kind }, brand), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2, "as rare as once a day")]
    [InlineData(34, "as rare as once in 34 days")]
    [InlineData(9_999, "as rare as once in 9,999 days")]
    [InlineData(100_000, "rarer than once in 27 years")]
    public void Numbers_OfAnyRarity_ClaimNothingOfWhatWasSeen(double days, string expected) =>
        Assert.EndsWith($"; {expected}.", AlertText.Numbers(Samples.Alert() with { ReturnPeriodDays = days, HistoryDays = 4 }), StringComparison.Ordinal);

    [Fact]
    public void Summary_InAFrenchCulture_IsTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Contains("expected 7.5 (2 to 15)", AlertText.Summary(Samples.Alert(), Samples.Brand()), StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
