using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Storage;

namespace SocialListening.Spikes.Running;

/// <summary>
/// Orders that brands be judged, some in each message, so that as many workers as there are share the work: every brand in every
/// run, but for those whose sources are all polled less often than buckets follow each other. Such a brand is passed over until
/// one of its polls has ended since it was last ordered, since only polls complete buckets; every <see cref="OrderLifetime"/> it
/// is ordered whatever happens, as it is first by a process that knows nothing of earlier orders.
/// </summary>
public sealed partial class DetectionPlanner(
    IBrandCatalog catalog, ISourceStateStore states, IQueueTransport queues, TimeProvider time, ILogger<DetectionPlanner> logger)
{
    /// <summary>How long an order is worth carrying out. Workers that have fallen behind skip to newer orders, which cover the same buckets.</summary>
    public static readonly TimeSpan OrderLifetime = TimeSpan.FromMinutes(15);

    // Clocks of several instances differ.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _ordered = new(StringComparer.Ordinal);

    /// <summary>Sends the orders: the brands by id, <see cref="DetectionOrder.MaxBrands"/> in each. Ordering twice judges nothing twice.</summary>
    /// <param name="cancellationToken">Cancels between messages; brands that were not ordered are judged by the next run.</param>
    /// <returns>How many orders were sent.</returns>
    public async Task<int> OrderAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var brands = catalog.Current.Brands;
        var still = await StillAsync(brands, now, cancellationToken).ConfigureAwait(false);
        var due = brands.Keys.Where(brandId => !still.Contains(brandId)).Order(StringComparer.Ordinal).ToArray();
        var orders = due
            .Chunk(DetectionOrder.MaxBrands)
            .Select(brands => new DetectionOrder { BrandIds = brands, OrderedAtUtc = now, ExpiresAtUtc = now + OrderLifetime })
            .Select(order => QueueText.Encode(DetectionOrderCodec.Write(order)))
            .ToArray();
        if (orders.Length > 0)
        {
            await queues.SendAsync(QueueNames.DetectionOrders, orders, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }

        foreach (var brandId in due.Where(brandId => IsSlow(brands[brandId])))
        {
            _ordered[brandId] = now;
        }

        foreach (var gone in _ordered.Keys.Where(brandId => !brands.ContainsKey(brandId)))
        {
            _ordered.TryRemove(gone, out _);
        }

        Log.Ordered(logger, due.Length, orders.Length);
        return orders.Length;
    }

    private async Task<HashSet<string>> StillAsync(IReadOnlyDictionary<string, Brand> brands, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var slow = brands.Values.Where(brand => IsSlow(brand) && _ordered.TryGetValue(brand.Id, out var at) && now - at < OrderLifetime).ToArray();
        if (slow.Length == 0)
        {
            return [];
        }

        var known = await states.ListAsync(cancellationToken).ConfigureAwait(false);
        return [.. slow.Where(brand => !brand.Sources.Any(source => EndOf(known.GetValueOrDefault(source.Id).Value) >= _ordered[brand.Id] - Skew)).Select(brand => brand.Id)];
    }

    private static bool IsSlow(Brand brand) => brand.Sources.All(source => !source.Enabled || source.Cadence > BucketObservation.Length);

    // When a poll of a source last ended, well or not: what it did not cover counts too, since buckets are not waited for for ever.
    private static DateTimeOffset? EndOf(SourceState? state) =>
        state is { LastFailureAtUtc: { } failed } && (state.LastSuccessAtUtc is not { } succeeded || failed > succeeded) ? failed : state?.LastSuccessAtUtc;

    private static partial class Log
    {
        [LoggerMessage(3010, LogLevel.Debug, "Ordered {Brands} brands to be judged, in {Orders} messages")]
        public static partial void Ordered(ILogger logger, int brands, int orders);
    }
}
