using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Says in which logical partition a mention lives: the UTC day of its creation, in as many shards as the brand needs. The
/// number of shards of a day is written down by whoever stores its first mention and never changes, so that a mention is
/// always looked for where it was put. Feeds, which may date an entry anew at each reading, have one partition of their own.
/// </summary>
/// <param name="database">Where the layouts are kept.</param>
/// <param name="options">The fewest shards.</param>
internal sealed class CosmosSlots(CosmosDatabase database, IOptions<CosmosOptions> options)
{
    /// <summary>The slot of mentions whose creation time may change from one reading to the next.</summary>
    public const string Feeds = "feeds";

    /// <summary>The slot in which the layouts of a brand are kept.</summary>
    public const string Layouts = "layouts";

    /// <summary>
    /// The mentions of a day that one shard is planned for. At 1.9 KB for a mention with its index that is 3.8 GB of the 20 GB that
    /// a logical partition may hold: a day may become five times as busy as the busiest of the week before.
    /// </summary>
    public const int MentionsInShard = 2_000_000;

    private const int MostShards = 64;
    private const int MostRemembered = 20_000;
    private const int DaysLookedBack = 7;

    private readonly ConcurrentDictionary<(string Brand, DateOnly Day), int> _shards = new();

    /// <summary>Gives the partition key of a slot.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="slot">The slot.</param>
    public static PartitionKey Key(string brandId, string slot) => new PartitionKeyBuilder().Add(brandId).Add(slot).Build();

    /// <summary>Gives the prefix that covers all slots of a brand.</summary>
    /// <param name="brandId">The brand.</param>
    public static PartitionKey Prefix(string brandId) => new PartitionKeyBuilder().Add(brandId).Build();

    /// <summary>Gives the slot of a mention.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CosmosStorageException">The layout of the day could not be read or written.</exception>
    public async ValueTask<string> SlotOfAsync(string brandId, Mention mention, CancellationToken cancellationToken)
    {
        if (mention.Platform == PlatformNames.Rss)
        {
            return Feeds;
        }

        var day = DateOnly.FromDateTime(mention.CreatedAtUtc.UtcDateTime);
        if (!_shards.TryGetValue((brandId, day), out var shards))
        {
            shards = await LoadAsync(brandId, day, cancellationToken).ConfigureAwait(false);
            if (_shards.Count >= MostRemembered)
            {
                _shards.Clear();
            }

            _shards[(brandId, day)] = shards;
        }

        var name = Name(day);
        return shards == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{CosmosKeys.Shard(mention.Id, shards)}");
    }

    private static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<int> LoadAsync(string brandId, DateOnly day, CancellationToken cancellationToken)
    {
        var key = Key(brandId, Layouts);
        var id = CosmosKeys.Id("layout", Name(day));
        int? shards = null;
        var last = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var read = await database.Mentions.ReadAsync(key, id, cancel).ConfigureAwait(false);
                if (read.Succeeded)
                {
                    shards = JsonNode.Parse(read.Body.Span)!["shards"]!.GetValue<int>();
                    return (CosmosAnswer?)null;
                }

                var planned = await PlanAsync(brandId, day, cancel).ConfigureAwait(false);
                var document = new JsonObject { ["id"] = id, ["brandId"] = brandId, ["slot"] = Layouts, ["type"] = "layout", ["shards"] = planned };
                var created = await database.Mentions.CreateAsync(key, CosmosJson.Write(document), cancel).ConfigureAwait(false);
                shards = created.Succeeded ? planned : null;
                return created;
            },
            cancellationToken).ConfigureAwait(false);
        return shards ?? throw CosmosStorageException.From("create", database.Mentions.Name, last ?? new CosmosAnswer(HttpStatusCode.RequestTimeout));
    }

    private async Task<int> PlanAsync(string brandId, DateOnly day, CancellationToken cancellationToken)
    {
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var days = await CosmosRollups.TotalsAsync(database.Mentions, brandId, start.AddDays(-DaysLookedBack), start, cancellationToken).ConfigureAwait(false);
        var busiest = days.GroupBy(part => part.Start).Select(parts => parts.Sum(part => (long)part.Total)).DefaultIfEmpty().Max();
        return (int)Math.Clamp((busiest + MentionsInShard - 1) / MentionsInShard, options.Value.MinimumShards, MostShards);
    }
}
