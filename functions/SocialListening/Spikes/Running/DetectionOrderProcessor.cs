using Microsoft.Extensions.Logging;
using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Spikes.Running;

/// <summary>Reads a detection order from its message and judges its brands one after the other.</summary>
public sealed partial class DetectionOrderProcessor(
    SpikeDetectionStage stage,
    PoisonQueue poison,
    IQueueTransport queues,
    TimeProvider time,
    ILogger<DetectionOrderProcessor> logger)
{
    /// <summary>
    /// Processes one message. A brand that fails holds up no other: it is ordered again alone. A lone brand's failure is
    /// thrown, so that the queue repeats it and in the end puts it aside.
    /// </summary>
    /// <param name="message">The message text; one that nobody can read goes to the poison queue with its reason.</param>
    /// <param name="cancellationToken">Stops between brands; the message then comes again, and brands that were judged have nothing left to judge.</param>
    /// <returns>How many buckets were judged.</returns>
    public async Task<int> ProcessAsync(string message, CancellationToken cancellationToken)
    {
        DetectionOrder order;
        try
        {
            order = DetectionOrderCodec.Read(message);
        }
        catch (UnreadableMessageException e)
        {
            await poison.RejectAsync(QueueNames.DetectionOrders, message, e.Message, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        if (time.GetUtcNow() > order.ExpiresAtUtc)
        {
            Log.Stale(logger, order.BrandIds.Count, order.OrderedAtUtc);
            return 0;
        }

        return order.BrandIds.Count == 1
            ? await stage.DetectAsync(order.BrandIds[0], order.OrderedAtUtc, cancellationToken).ConfigureAwait(false)
            : await JudgeAsync(order, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> JudgeAsync(DetectionOrder order, CancellationToken cancellationToken)
    {
        var judged = 0;
        var failed = new List<string>();
        foreach (var brandId in order.BrandIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                judged += await stage.DetectAsync(brandId, order.OrderedAtUtc, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever stops one brand must not stop the others; it is ordered again and its failure shown there.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, brandId, e);
                failed.Add(brandId);
            }
        }

        if (failed.Count > 0)
        {
            var alone = failed.Select(brandId => QueueText.Encode(DetectionOrderCodec.Write(order with { BrandIds = [brandId] }))).ToArray();
            await queues.SendAsync(QueueNames.DetectionOrders, alone, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }

        return judged;
    }

    private static partial class Log
    {
        [LoggerMessage(3020, LogLevel.Warning, "Brand {BrandId} could not be judged; it is ordered again alone")]
        public static partial void Failed(ILogger logger, string brandId, Exception exception);

        [LoggerMessage(3021, LogLevel.Information, "A stale order of {OrderedAt:u} for {Brands} brands is dropped; a newer one covers the same buckets")]
        public static partial void Stale(ILogger logger, int brands, DateTimeOffset orderedAt);
    }
}
