using System.Diagnostics;
using Azure.Storage.Queues;
using SocialListening.Benchmarks.Storage;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.Functions.Azure;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Queues;

namespace SocialListening.Benchmarks.Azure;

/// <summary>One run of the app as a process: mentions wait in a storage queue and end as documents of a doubled account, which this process serves.</summary>
/// <param name="Mentions">How many.</param>
/// <param name="Seconds">From the first transaction to the last.</param>
/// <param name="CpuSeconds">Processor time of the app in that time.</param>
/// <param name="PeakMegabytes">The app's peak working set.</param>
/// <param name="Requests">Requests on documents.</param>
/// <param name="SendsPerSecond">Messages queued per second, before the app started.</param>
internal sealed record AzureRound(int Mentions, double Seconds, double CpuSeconds, double PeakMegabytes, long Requests, double SendsPerSecond)
{
    private static readonly string[] Brands = ["cafe", "halles", "marche"];

    public double PerSecond => Mentions / Seconds;

    public double CpuMicrosecondsPerMention => CpuSeconds * 1e6 / Mentions;

    public double RequestsPerThousand => Requests * 1000.0 / Mentions;

    public static async Task<AzureRound> RunAsync(string folder, string queueConnection, int mentions, int inMessage, CancellationToken cancellationToken)
    {
        var service = new QueueServiceClient(queueConnection, AzureStorageQueueTransport.ClientOptions());
        await service.GetQueueClient(QueueNames.Mentions).DeleteIfExistsAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var texts = Messages(mentions, inMessage).ToArray();
        await new AzureStorageQueueTransport(service, TimeProvider.System).SendAsync(QueueNames.Mentions, texts, TimeSpan.Zero, cancellationToken);
        var sends = texts.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "brands.json"),
            $$"""{"brands":[{{string.Join(',', Brands.Select(brand => $$"""{"id":"{{brand}}","name":"{{brand}}","query":"café"}"""))}}]}""",
            cancellationToken);
        using var account = new CosmosAccountDouble();
        await using var server = await CosmosDoubleServer.StartAsync(account, 0, cancellationToken);
        var (seconds, cpu, peak) = await WatchAsync(folder, queueConnection, account, cancellationToken);
        var stored = account.Documents(new CosmosOptions().Database, CosmosContainers.Mentions.Name).Count(document => document.GetProperty("type").GetString() == CosmosMentions.Type);
        return stored == mentions
            ? new AzureRound(mentions, seconds, cpu, peak, account.Meter.OnDocuments, sends)
            : throw new InvalidOperationException($"{stored} mentions were stored, {mentions} expected.");
    }

    private static IEnumerable<string> Messages(int mentions, int inMessage) => MentionSeries.Make(mentions).Chunk(inMessage).SelectMany((chunk, index) => MentionBatchCodec.Pack(new MentionBatch
    {
        SourceId = $"{Brands[index % Brands.Length]}/stream",
        CollectedAtUtc = chunk[^1].CollectedAtUtc,
        Masked = true,
        Mentions = [.. chunk.Select(mention => new MatchedMention(mention.Mention, [Brands[index % Brands.Length]]))],
    })).Select(QueueText.Encode);

    private static async Task<(double Seconds, double Cpu, double Peak)> WatchAsync(string folder, string queueConnection, CosmosAccountDouble account, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "SocialListening.Functions.dll"), "--Storage:Backend=cosmos", $"--Cosmos:Endpoint={account.Endpoint}", $"--Cosmos:Key={CosmosAccountDouble.Key}",
            "--Cosmos:ConnectionMode=gateway", "--Cosmos:CreateContainers=true", "--Queues:Backend=storage", $"--QueueStorage={queueConnection}", "--Storage:Path=" + Path.Combine(folder, "unused.db"),
            "--Brands:Path=brands.json", "--Run:ExitWhenIdle=true", "--Http:Port=0",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var app = Process.Start(start)!;
        await using var stop = cancellationToken.Register(app.Kill);
        app.OutputDataReceived += (_, _) => { };
        app.ErrorDataReceived += (_, _) => { };
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();
        var (first, last, transactions, peak) = ((At: 0L, Cpu: TimeSpan.Zero), (At: 0L, Cpu: TimeSpan.Zero), 0L, 0L);
        while (!app.HasExited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
            app.Refresh();
            if (app.HasExited)
            {
                break;
            }

            peak = Math.Max(peak, app.PeakWorkingSet64);
            if (account.Meter.Requests(RequestKind.Batch) is var now && now != transactions)
            {
                last = (Stopwatch.GetTimestamp(), app.TotalProcessorTime);
                first = transactions == 0 ? last : first;
                transactions = now;
            }
        }

        return app.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(first.At, last.At).TotalSeconds, (last.Cpu - first.Cpu).TotalSeconds, peak / 1048576.0)
            : throw new InvalidOperationException($"The app ended with {app.ExitCode}.");
    }
}
