using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SocialListening.Platforms.Replay;

namespace SocialListening.Benchmarks.Cost;

/// <summary><c>cost</c>: calls of the Azure SDKs by thousand mentions, against one message, document and call for each mention, and what they cost.</summary>
internal static class CostCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "Mentions of a round, at the largest size.", DefaultValueFactory = _ => 20_000 };
        var single = new Option<int>("--single") { Description = "Mentions of a naive round.", DefaultValueFactory = _ => 1_000 };
        var known = CostPrices.Recorded;
        var asOf = new Option<string>("--as-of") { Description = "When the prices were true.", DefaultValueFactory = _ => known.AsOf };
        var region = new Option<string>("--region") { Description = "Where the prices are true.", DefaultValueFactory = _ => known.Region };
        var source = new Option<string>("--source") { Description = "Who says so.", DefaultValueFactory = _ => known.Source };
        var queue = new Option<double>("--price-queue") { Description = "Price of 10,000 queue transactions.", DefaultValueFactory = _ => known.QueueCalls10K };
        var units = new Option<double>("--price-ru") { Description = "Price of a million request units.", DefaultValueFactory = _ => known.RequestUnitsMillion };
        var records = new Option<double>("--price-records") { Description = "Price of 1,000 text records of the language service.", DefaultValueFactory = _ => known.LanguageRecordsThousand };
        var output = new Option<FileInfo?>("--out") { Description = "File for every figure as JSON." };
        var command = new Command("cost", "Counts calls of the Azure SDKs and prices them. Uses the queue emulator of SOCIALLISTENING_AZURITE, or a queue server of its own.")
        {
            mentions, single, asOf, region, source, queue, units, records, output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var prices = new CostPrices(parsed.GetValue(asOf)!, parsed.GetValue(region)!, parsed.GetValue(source)!, parsed.GetValue(queue), parsed.GetValue(units), parsed.GetValue(records));
            var report = await MeasureAsync(Math.Max(1_000, parsed.GetValue(mentions)), Math.Max(100, parsed.GetValue(single)), prices, cancellationToken);
            report.Print();
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(report, Json), cancellationToken);
            }
        });
        return command;
    }

    private static async Task<CostReport> MeasureAsync(int mentions, int single, CostPrices prices, CancellationToken cancellationToken)
    {
        var emulator = Environment.GetEnvironmentVariable("SOCIALLISTENING_AZURITE");
        await using var server = string.IsNullOrEmpty(emulator) ? await LoopbackQueues.StartAsync() : null;
        var connection = server?.ConnectionString ?? emulator!;
        var timeline = new ReplayTimeline();
        using var calls = new CallCounts();
        var lines = new List<CostLine>();
        foreach (var load in CostLoad.All)
        {
            // A small installation is measured over a day, not over as many mentions as a large one.
            var own = await OwnPipeline.RunAsync(timeline, load, (int)Math.Min(mentions, load.PerDay), connection, calls, cancellationToken);
            lines.Add(new CostLine(load, own, await NaivePipeline.RunAsync(timeline, load, single, connection, calls, cancellationToken)));
        }

        var texts = timeline.Mentions("solidarite-atlas").Take(1_000).Select(mention => mention.Text).ToArray();
        var batched = await LanguageCount.MeasureAsync(texts, 250, cancellationToken);
        var oneByOne = await LanguageCount.MeasureAsync(texts, 1, cancellationToken);
        using var process = Process.GetCurrentProcess();
        var loadAverage = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        return new CostReport(lines, batched, oneByOne, texts.Length, prices, process.PeakWorkingSet64 / 1048576.0, server is null ? "Azurite" : "loopback server", loadAverage);
    }
}
