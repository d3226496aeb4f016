using SocialListening.Contracts;
using SocialListening.Functions.Terminal;

namespace SocialListening.Functions.Tests.Terminal;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("Storage:Path=a b.db", "--Run:ExitWhenIdle=true")]
    [InlineData("--Storage:Path", ".local/a.db", "--environment", "Development")]
    [InlineData("--host", "127.0.0.1", "--port", "4242", "--functions-uri", "http://127.0.0.1:4242/?a=b", "--functions-worker-id", "0b6f1d1e", "--functions-grpc-max-message-length", "2147483647", "--some-new-switch")]
    public void Read_SettingsAndPairsOfTheHost_ArePassedOn(params string[] arguments)
    {
        var read = CommandLine.Read(arguments, out var problem);

        Assert.Empty(problem);
        Assert.Equal(arguments, read!.Settings);
        Assert.Equal((false, false, null), (read.Fresh, read.Help, read.BackTest));
    }

    [Fact]
    public void Read_FreshBeforeASetting_IsTakenOut()
    {
        var read = CommandLine.Read(["--fresh", "Run:ExitWhenIdle=true"], out _);

        Assert.True(read!.Fresh);
        Assert.Equal(["Run:ExitWhenIdle=true"], read.Settings);
    }

    [Theory]
    [InlineData("--frsh", "--frsh")]
    [InlineData("--frsh", "--frsh", "Run:ExitWhenIdle=true")]
    [InlineData("--frsh", "--frsh", "--fresh", "--Storage:Path", "a.db")]
    [InlineData("fresh", "fresh")]
    [InlineData("backtset", "backtset", "--brand", "atlas")]
    [InlineData("--brnad", "backtest", "--brnad")]
    [InlineData("-x", "-x", "y")]
    public void Read_WhatIsNoOption_IsNamed(string named, params string[] arguments)
    {
        Assert.Null(CommandLine.Read(arguments, out var problem));

        Assert.StartsWith($"'{named}' is neither an option nor a setting.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BackTest_KeepsItsOptionsAndTheSettings()
    {
        var read = CommandLine.Read(["backtest", "--brand", "atlas", "--sensitivity", "high", "Storage:Path=a.db"], out _);

        Assert.Equal(new BackTestCommand("atlas", 30, AlertSensitivity.High), read!.BackTest);
        Assert.Equal(["Storage:Path=a.db"], read.Settings);
    }

    [Fact]
    public void Read_BackTestWithABadOption_SaysWhatToUse()
    {
        Assert.Null(CommandLine.Read(["backtest", "--days", "week"], out var problem));
        Assert.Contains("'--days'", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h", "--frsh")]
    [InlineData("help")]
    public void Read_Help_IsHelpWhateverElseStandsThere(params string[] arguments) => Assert.True(CommandLine.Read(arguments, out _)!.Help);
}
