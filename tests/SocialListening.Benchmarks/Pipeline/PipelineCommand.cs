using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SocialListening.Platforms.Replay;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary><c>pipeline</c>: mentions through the whole embedded pipeline, against one message and one transaction for each mention.</summary>
internal static class PipelineCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "Mentions of a round.", DefaultValueFactory = _ => 100_000 };
        var single = new Option<int>("--single") { Description = "Mentions of a round one by one.", DefaultValueFactory = _ => 10_000 };
        var duplicates = new Option<double>("--duplicates") { Description = "Share of posts that another source shows too, 0 to 0.9.", DefaultValueFactory = _ => 0.2 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each way.", DefaultValueFactory = _ => 3 };
        var starts = new Option<int>("--starts") { Description = "Starts of the app; 0 leaves them out.", DefaultValueFactory = _ => 5 };
        var output = new Option<FileInfo?>("--out") { Description = "File for every figure as JSON." };
        var command = new Command("pipeline", "Measures the whole embedded pipeline.") { mentions, single, duplicates, rounds, starts, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("sociallistening-bench-");
            try
            {
                var report = await MeasureAsync(
                    folder.FullName,
                    Math.Max(1_000, parsed.GetValue(mentions)),
                    Math.Max(1_000, parsed.GetValue(single)),
                    Math.Clamp(parsed.GetValue(duplicates), 0, 0.9),
                    Math.Max(1, parsed.GetValue(rounds)),
                    parsed.GetValue(starts),
                    cancellationToken);
                report.Print();
                if (parsed.GetValue(output) is { } file)
                {
                    await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(report, Json), cancellationToken);
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<PipelineReport> MeasureAsync(
        string folder, int mentions, int single, double duplicates, int rounds, int starts, CancellationToken cancellationToken)
    {
        var timeline = new ReplayTimeline();
        var loadBefore = Load();
        List<PipelineRound> batched = [];
        List<PipelineRound> oneByOne = [];
        var file = 0;
        Task<PipelineRound> RoundAsync(int count, bool alone) =>
            PipelineRound.RunAsync(timeline, count, duplicates, alone, Path.Combine(folder, $"{file++}.db"), cancellationToken);

        await RoundAsync(Math.Min(mentions, 20_000), alone: false);
        await RoundAsync(Math.Min(single, 2_000), alone: true);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var alone in round % 2 == 0 ? new[] { false, true } : [true, false])
            {
                (alone ? oneByOne : batched).Add(await RoundAsync(alone ? single : mentions, alone));
            }
        }

        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / 1048576.0;
        var seconds = new List<double>();
        for (var start = 0; start < starts; start++)
        {
            seconds.Add((await ProcessStart.MeasureAsync(folder, cancellationToken)).FirstCall);
        }

        return new PipelineReport(batched, oneByOne, peak, seconds, loadBefore, Load());
    }

    // The one-minute load average, where the system tells.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
