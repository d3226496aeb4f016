using SocialListening.Contracts;
using SocialListening.Functions.Terminal;

namespace SocialListening.Functions.Tests.Terminal;

public sealed class BackTestCommandTests
{
    [Fact]
    public void Read_Options_AreTakenOutAndSettingsLeft()
    {
        var command = BackTestCommand.Read(["--brand", "atlas", "Storage:Path=a.db", "--days", "7", "--sensitivity", "High"], out var settings, out var problem);
        Assert.Equal(new BackTestCommand("atlas", 7, AlertSensitivity.High), command);
        Assert.Equal(["Storage:Path=a.db"], settings);
        Assert.Empty(problem);
    }

    [Fact]
    public void Read_NoOptions_TestsEveryBrandsLastThirtyDaysAtItsOwnSensitivity() =>
        Assert.Equal(new BackTestCommand(null, 30, null), BackTestCommand.Read([], out _, out _));

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "367")]
    [InlineData("--days", "week")]
    [InlineData("--sensitivity", "hihg")]
    [InlineData("--sensitivity", "1")]
    public void Read_ValueOutOfRange_SaysWhatToUse(string option, string value)
    {
        Assert.Null(BackTestCommand.Read([option, value], out _, out var problem));
        Assert.NotEmpty(problem);
    }
}
