using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.EndToEnd;

[Collection(ProcessCollection.Name)]
public sealed class ReplayRunTests(UninterruptedRun uninterrupted) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    private string StoragePath => _folder.File("replay.db");

    [Fact]
    public void Replay_RunsToItsEnd_EndsByItselfWithSummaryAndExplainedAlerts()
    {
        Assert.True(uninterrupted.ExitCode == 0, uninterrupted.Output);
        var result = uninterrupted.Result;
        foreach (var (brand, name) in new[] { ("boreal-cafe", "Boréal Café"), ("solidarite-atlas", "Solidarité Atlas") })
        {
            var mentions = result.Mentions.Count(mention => mention.BrandId == brand);
            var alerts = result.Alerts.Count(alert => alert.BrandId == brand);
            Assert.Matches($@"(?m)^{name} +{mentions:N0} [ \d,]+ {alerts}\s*$", uninterrupted.Output);
        }

        Assert.Matches(@"(?m)^\[ALERT\] .*: .+\. [\d,]+ mentions in .+, expected [\d.]+ \(\d+ to \d+\)", uninterrupted.Output);
        Assert.Matches(@"(?m)^ +platform +\w+ \d+ %", uninterrupted.Output);
        Assert.Matches(@"(?m)^ +post +https?://\S+ ", uninterrupted.Output);
        Assert.Matches(@"(?m)^ +act +\w+", uninterrupted.Output);
    }

    [Fact]
    public async Task Start_AgainAfterTheEnd_ContinuesAndAddsNothing()
    {
        uninterrupted.CopyTo(StoragePath);

        var (exitCode, output) = await RunAsync([.. UninterruptedRun.Settings]);

        Assert.True(exitCode == 0, output);
        Assert.Contains("The replay goes on from", output, StringComparison.Ordinal);
        Assert.DoesNotContain("[ALERT]", output, StringComparison.Ordinal);
        var result = await StoredResult.ReadAsync(StoragePath);
        Assert.Equal(uninterrupted.Result.MentionLines(), result.MentionLines());
        Assert.Equal(uninterrupted.Result.RollupLines(), result.RollupLines());
        Assert.Equal(uninterrupted.Result.AlertLines(), result.AlertLines());
    }

    [Fact]
    public async Task Start_Fresh_ForgetsTheEarlierRun()
    {
        uninterrupted.CopyTo(StoragePath);

        var (exitCode, output) = await RunAsync(["--fresh", "Run:ExitWhenIdle=true", "Replay:Length=06:00:00"]);

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("The replay goes on from", output, StringComparison.Ordinal);
        var result = await StoredResult.ReadAsync(StoragePath);
        Assert.NotEmpty(result.Mentions);
        var last = result.Mentions.Max(mention => mention.Mention.CreatedAtUtc);
        Assert.True(last < new DateTimeOffset(2026, 3, 16, 7, 0, 0, TimeSpan.Zero), $"A mention of {last:O} is left from the earlier run.");
    }

    [Fact]
    public async Task Start_FileOfARunningProcess_IsRefusedWithTheReason()
    {
        using var first = AppProcess.Start(_folder.Path, $"Storage:Path={StoragePath}", "Replay:Speed=60");
        await first.WaitForAsync("Replaying ", Patience);

        var (exitCode, output) = await RunAsync([]);

        Assert.Equal(1, exitCode);
        Assert.Contains($"'{StoragePath}' is in use by another process", output, StringComparison.Ordinal);
        Assert.Contains("Storage:Path", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(first.HasEnded, first.Output);
    }

    [UnixFact]
    public async Task CtrlC_DuringTheReplay_EndsItCleanly()
    {
        using var app = AppProcess.Start(_folder.Path, $"Storage:Path={StoragePath}");
        await app.WaitForAsync("Tue 17 Mar", Patience);

        app.Interrupt();

        Assert.Equal(0, await app.WaitForEndAsync(Patience));
        Assert.DoesNotContain("   at ", app.Output, StringComparison.Ordinal);
        Assert.NotEmpty((await StoredResult.ReadAsync(StoragePath)).Mentions);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments) =>
        AppProcess.RunAsync(_folder.Path, Patience, [.. arguments, $"Storage:Path={StoragePath}"]);
}
