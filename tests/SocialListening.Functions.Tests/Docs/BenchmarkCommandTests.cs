using System.Diagnostics;

namespace SocialListening.Functions.Tests.Docs;

/// <summary>The benchmarks that need no other service, at a size that shows whether they run, not how fast anything is.</summary>
public sealed class BenchmarkCommandTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("mentions/s", "pipeline", "--mentions", "500", "--single", "100", "--rounds", "1", "--starts", "0")]
    [InlineData("mentions stored/s", "storage", "--mentions", "300", "--single", "50", "--messages", "50", "--rounds", "1")]
    [InlineData("30 brands", "spikes-fleet", "--brands", "30", "--rounds", "1")]
    public async Task Benchmark_AtASmallSize_RunsToItsEndAndPrintsItsFigures(string figure, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Program(), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Longest, TimeProvider.System);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);

        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
        Assert.Contains(figure, await output, StringComparison.Ordinal);
    }

    // Built before this project, in the same configuration.
    private static string Program()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var tests = folder.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(tests.FullName, "SocialListening.Benchmarks", "bin", folder.Parent.Name, folder.Name, "SocialListening.Benchmarks.dll");
    }
}
