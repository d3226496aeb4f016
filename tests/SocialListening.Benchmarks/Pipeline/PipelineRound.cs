using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Platforms.Replay;
using SocialListening.Queues;
using SocialListening.Scoring;
using SocialListening.Spikes.Running;
using SocialListening.Timing;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>One run of the whole pipeline on a new file. The figures by thousand are by thousand mentions that were read.</summary>
internal sealed record PipelineRound(
    int Mentions,
    int Stored,
    double Seconds,
    double DetectSeconds,
    double CpuMicrosecondsPerMention,
    double AllocatedBytesPerMention,
    double FileBytesPerThousandStored,
    double QueueBytesPerThousand,
    double SendsPerThousand,
    double MessagesPerThousand,
    double ReceivesPerThousand,
    double DeletesPerThousand,
    double MentionTransactionsPerThousand,
    double OtherTransactionsPerThousand)
{
    public double PerSecond => Mentions / Seconds;

    public double OperationsPerThousand => SendsPerThousand + ReceivesPerThousand + DeletesPerThousand + MentionTransactionsPerThousand + OtherTransactionsPerThousand;

    public static async Task<PipelineRound> RunAsync(ReplayTimeline timeline, int count, double repeats, bool oneByOne, string path, CancellationToken cancellationToken)
    {
        var stream = new PostStream(timeline, count, repeats);
        var distinct = Enumerable.Range(0, stream.Brands.Count).Sum(stream.DistinctOf);
        var clock = new VirtualTimeProvider(stream.Start);
        var counts = new OperationCounts();
        var (elapsed, detect, cpu, allocated) = (0.0, 0.0, TimeSpan.Zero, 0L);
        using (var host = PipelineHost.Build(stream, oneByOne, path, clock, counts))
        {
            // Read once by each process: the model and the compiled queries are not part of the rate.
            host.Services.GetRequiredService<IMentionScorer>();
            host.Services.GetRequiredService<IBrandMatching>().Of(host.Services.GetRequiredService<IBrandCatalog>().Current);
            await host.StartAsync(cancellationToken);
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var cpuBefore = process.TotalProcessorTime;
            var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
            var started = Stopwatch.GetTimestamp();
            await FlowAsync(host.Services, stream, clock, cancellationToken);
            var flowed = Stopwatch.GetTimestamp();
            foreach (var brand in stream.Brands)
            {
                await host.Services.GetRequiredService<SpikeDetectionStage>().DetectAsync(brand.Id, default, cancellationToken);
            }

            elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
            detect = Stopwatch.GetElapsedTime(flowed).TotalSeconds;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
            process.Refresh();
            cpu = process.TotalProcessorTime - cpuBefore;
            await host.StopAsync(cancellationToken);
        }

        if (counts.Added != distinct)
        {
            throw new InvalidOperationException($"{counts.Added} mentions were stored, {distinct} expected.");
        }

        double PerThousand(long figure) => figure * 1000.0 / count;
        return new PipelineRound(
            count,
            counts.Added,
            elapsed,
            detect,
            cpu.TotalMicroseconds / count,
            allocated / (double)count,
            new FileInfo(path).Length * 1000.0 / distinct,
            PerThousand(counts.QueueBytes),
            PerThousand(counts.Sends),
            PerThousand(counts.Messages),
            PerThousand(counts.Receives),
            PerThousand(counts.Deletes),
            PerThousand(counts.MentionWrites),
            PerThousand(counts.OtherWrites));
    }

    // Each step orders the polls of five minutes; scoring goes on beside the next step's collecting.
    private static async Task FlowAsync(IServiceProvider services, PostStream stream, VirtualTimeProvider clock, CancellationToken cancellationToken)
    {
        var planner = services.GetRequiredService<PollPlanner>();
        var queues = services.GetRequiredService<IQueueTransport>();
        for (var step = 1; step <= stream.Steps; step++)
        {
            clock.AdvanceTo(stream.Start + (PostStream.Step * step));
            await planner.OrderDueAsync(cancellationToken);
            await EmptyAsync(queues, QueueNames.PollOrders, cancellationToken);
        }

        await EmptyAsync(queues, QueueNames.Mentions, cancellationToken);
    }

    private static async Task EmptyAsync(IQueueTransport queues, string queue, CancellationToken cancellationToken)
    {
        while ((await queues.GetDepthAsync(queue, cancellationToken)).Messages > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
        }
    }
}
