using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.Platforms.Replay;
using SocialListening.Queues;
using SocialListening.Scoring;
using SocialListening.Spikes.Running;
using SocialListening.Timing;

namespace SocialListening.Benchmarks.Cost;

/// <summary>The product: polls ordered, carried out, scored, stored and judged, as its functions do it.</summary>
internal static class OwnPipeline
{
    private const int SilentTicks = 4;

    public static async Task<CostRound> RunAsync(
        ReplayTimeline timeline, CostLoad load, int mentions, string queueConnection, CallCounts calls, CancellationToken cancellationToken)
    {
        var cadence = TimeSpan.FromMinutes(load.CadenceMinutes);
        var clock = new VirtualTimeProvider(timeline.Start);
        var stream = new CostStream(timeline, load.MeasuredSources, cadence, load.PerPoll, clock);
        using var account = new CosmosAccountDouble();
        await using var services = CostServices.Build(stream, account, queueConnection, clock);
        var queues = services.GetRequiredService<IQueueTransport>();
        var planner = services.GetRequiredService<PollPlanner>();
        var polls = services.GetRequiredService<PollOrderProcessor>();
        var batches = services.GetRequiredService<MentionBatchProcessor>();
        var detection = services.GetRequiredService<DetectionPlanner>();
        var judging = services.GetRequiredService<DetectionOrderProcessor>();

        // Databases, containers and queues are made by the first use, which is not part of the cost of a mention.
        var perTick = load.MeasuredSources * load.PerPoll;
        var ticks = Math.Max(1, (mentions + perTick - 1) / perTick);
        await TickAsync(1);
        calls.Reset();
        account.Meter.Reset();
        var started = Stopwatch.GetTimestamp();
        for (var tick = 2; tick <= ticks + 1; tick++)
        {
            await TickAsync(tick);
        }

        var round = new CostRound(ticks * perTick, Stopwatch.GetElapsedTime(started).TotalSeconds, calls.Total, account.Meter.OnDocuments, account.Meter.RequestUnits);

        // The first silent tick still judges what the last full one brought.
        stream.Silent = true;
        await TickAsync(ticks + 2);
        calls.Reset();
        account.Meter.Reset();
        for (var tick = 0; tick < SilentTicks; tick++)
        {
            await TickAsync(ticks + 3 + tick);
        }

        var days = SilentTicks * cadence.TotalDays * load.MeasuredSources / load.Sources;
        return round with { Fixed = new FixedCost(calls.Total / days, account.Meter.OnDocuments / days, account.Meter.RequestUnits / days) };

        // Spikes are looked for every five minutes, whatever the cadence of the sources.
        async Task TickAsync(int tick)
        {
            clock.AdvanceTo(timeline.Start + (cadence * tick));
            await planner.OrderDueAsync(cancellationToken);
            await QueueDrain.RunAsync(queues, QueueNames.PollOrders, polls.ProcessAsync, cancellationToken);
            await QueueDrain.RunAsync(queues, QueueNames.Mentions, batches.ProcessAsync, cancellationToken);
            for (var minute = 0; minute < load.CadenceMinutes; minute += 5)
            {
                clock.AdvanceTo(timeline.Start + (cadence * tick) + TimeSpan.FromMinutes(Math.Min(minute + 2, load.CadenceMinutes - 1)));
                await detection.OrderAsync(cancellationToken);
                await QueueDrain.RunAsync(queues, QueueNames.DetectionOrders, judging.ProcessAsync, cancellationToken);
            }
        }
    }
}
