using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Spikes.Running;

/// <summary>Orders that every brand be judged, some brands in each message, so that as many workers as there are share the work.</summary>
public sealed partial class DetectionPlanner(IBrandCatalog catalog, IQueueTransport queues, TimeProvider time, ILogger<DetectionPlanner> logger)
{
    /// <summary>How long an order is worth carrying out. Workers that have fallen behind skip to newer orders, which cover the same buckets.</summary>
    public static readonly TimeSpan OrderLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Sends the orders: the brands by id, <see cref="DetectionOrder.MaxBrands"/> in each. Ordering twice judges nothing twice.</summary>
    /// <param name="cancellationToken">Cancels between messages; brands that were not ordered are judged by the next run.</param>
    /// <returns>How many orders were sent.</returns>
    public async Task<int> OrderAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var orders = catalog.Brands.Keys
            .Order(StringComparer.Ordinal)
            .Chunk(DetectionOrder.MaxBrands)
            .Select(brands => new DetectionOrder { BrandIds = brands, OrderedAtUtc = now, ExpiresAtUtc = now + OrderLifetime })
            .Select(order => QueueText.Encode(DetectionOrderCodec.Write(order)))
            .ToArray();
        if (orders.Length > 0)
        {
            await queues.SendAsync(QueueNames.DetectionOrders, orders, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }

        Log.Ordered(logger, catalog.Brands.Count, orders.Length);
        return orders.Length;
    }

    private static partial class Log
    {
        [LoggerMessage(3010, LogLevel.Debug, "Ordered {Brands} brands to be judged, in {Orders} messages")]
        public static partial void Ordered(ILogger logger, int brands, int orders);
    }
}
