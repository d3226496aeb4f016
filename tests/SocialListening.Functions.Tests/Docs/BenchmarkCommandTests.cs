using System.Diagnostics;
using System.Text.Json;

namespace SocialListening.Functions.Tests.Docs;

/// <summary>The benchmarks that need no other service, at a size that shows whether they run, not how fast anything is, and <c>sentiment evaluate</c>.</summary>
public sealed class BenchmarkCommandTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("mentions/s", "pipeline", "--mentions", "500", "--single", "100", "--rounds", "1", "--starts", "0")]
    [InlineData("mentions stored/s", "storage", "--mentions", "300", "--single", "50", "--messages", "50", "--rounds", "1")]
    [InlineData("30 brands", "spikes-fleet", "--brands", "30", "--rounds", "1")]
    public async Task Benchmark_AtASmallSize_RunsToItsEndAndPrintsItsFigures(string figure, params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);

        Assert.True(code == 0, output);
        Assert.Contains(figure, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_WithTheNamesOfTheBrand_LeavesThemOutOfTheTone()
    {
        // The name alone would make each text a glad one.
        const string Rows = "neutral\tMerveilleux Bonheur ouvre lundi à 9 h\nneutral\tMerveilleux Bonheur publie ses comptes lundi\n";

        var asWritten = await EvaluateAsync(Rows);
        var withoutName = await EvaluateAsync(Rows, "--name", "Merveilleux Bonheur");

        Assert.True(withoutName > asWritten, $"{withoutName} as against {asWritten}");
    }

    [Fact]
    public async Task Evaluate_FileWithoutALabelledLine_EndsWithTheReason()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "no tab here\n");
        try
        {
            var (code, output) = await RunAsync("sentiment", "evaluate", "--data", file);

            Assert.Equal(2, code);
            Assert.Contains("holds no line of label<TAB>text", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<double> EvaluateAsync(string rows, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var data = Path.Combine(folder.FullName, "rows.tsv");
            var report = Path.Combine(folder.FullName, "report.json");
            await File.WriteAllTextAsync(data, rows);
            var (code, output) = await RunAsync(["sentiment", "evaluate", "--data", data, "--language", "fr", "--out", report, .. options]);
            Assert.True(code == 0, output);
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
            var file = json.RootElement.GetProperty("files")[0];
            Assert.Equal("rows.tsv", file.GetProperty("file").GetString());
            Assert.Equal(2, file.GetProperty("rows").GetInt32());
            Assert.InRange(file.GetProperty("macroRecall").GetDouble(), 0, 1);
            Assert.Equal(file.GetProperty("macroF1").GetDouble(), json.RootElement.GetProperty("mean").GetProperty("macroF1").GetDouble());
            return file.GetProperty("accuracy").GetDouble();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
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
        return (process.ExitCode, await output + await errors);
    }

    // Built before this project, in the same configuration.
    private static string Program()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var tests = folder.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(tests.FullName, "SocialListening.Benchmarks", "bin", folder.Parent.Name, folder.Name, "SocialListening.Benchmarks.dll");
    }
}
