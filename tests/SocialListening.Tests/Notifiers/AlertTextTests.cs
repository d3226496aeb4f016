using SocialListening.Contracts;
using SocialListening.Notifiers;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Notifiers;

public sealed class AlertTextTests
{
    [Fact]
    public void Summary_NewAlert_SaysWhatMovedHowFarAndAgainstWhat() => Assert.Equal(
        "Solidarité Atlas: sudden rise of mentions, major. 96 mentions in 1 h, expected 7.5 (2 to 15); seen once in 240 days.",
        AlertText.Summary(Samples.Alert(), "Solidarité Atlas"));

    [Fact]
    public void Summary_EndedAlert_SaysHowLongItLasted() => Assert.Equal(
        "Solidarité Atlas: sudden rise of mentions is over after 9 h.",
        AlertText.Summary(Samples.Alert(3, AlertStatus.Ended), "Solidarité Atlas"));

    [Fact]
    public void Summary_InAFrenchCulture_IsTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Contains("expected 7.5 (2 to 15)", AlertText.Summary(Samples.Alert(), "x"), StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
