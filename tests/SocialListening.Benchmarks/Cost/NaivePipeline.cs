using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.Functions.Azure;
using SocialListening.Platforms;
using SocialListening.Platforms.Replay;
using SocialListening.Queues;
using SocialListening.Scoring.Embedded;
using SocialListening.Timing;

namespace SocialListening.Benchmarks.Cost;

/// <summary>
/// One message, one document and one counter update for each mention, over the same SDKs. It guards against nothing: no
/// watermark, no coverage, no detection, and a repeated message counts twice; so its cost is a lower bound.
/// </summary>
internal static class NaivePipeline
{
    private const string QueueName = "naive-mentions";

    public static async Task<CostRound> RunAsync(
        ReplayTimeline timeline, CostLoad load, int mentions, string queueConnection, CallCounts calls, CancellationToken cancellationToken)
    {
        var cadence = TimeSpan.FromMinutes(load.CadenceMinutes);
        var clock = new VirtualTimeProvider(timeline.Start + cadence);
        var stream = new CostStream(timeline, load.MeasuredSources, cadence, load.PerPoll, clock);
        using var account = new CosmosAccountDouble();
        using var client = CostServices.Connect(account);
        Database database = await client.CreateDatabaseIfNotExistsAsync("naive", cancellationToken: cancellationToken);
        Container container = await database.CreateContainerIfNotExistsAsync(new ContainerProperties("mentions", "/brandId"), cancellationToken: cancellationToken);
        var queues = new AzureStorageQueueTransport(new QueueServiceClient(queueConnection, AzureStorageQueueTransport.ClientOptions()), TimeProvider.System);
        var scorer = new EmbeddedMentionScorer(EmbeddedScorer.Load());
        foreach (var brand in stream.Brands)
        {
            await CreateAsync(container, brand.Id, $$"""{"id":"counts","brandId":"{{brand.Id}}","total":0}""", cancellationToken);
        }

        await queues.SendAsync(QueueName, [QueueText.Encode("warm")], TimeSpan.Zero, cancellationToken);
        await QueueDrain.RunAsync(queues, QueueName, (_, _) => Task.CompletedTask, cancellationToken);
        calls.Reset();
        account.Meter.Reset();
        var started = Stopwatch.GetTimestamp();
        var sent = 0;
        while (sent < mentions)
        {
            clock.AdvanceTo(clock.GetUtcNow() + cadence);
            foreach (var source in stream.Brands.SelectMany(brand => brand.Sources.Select(query => (Brand: brand, Query: query))).TakeWhile(_ => sent < mentions))
            {
                var page = (FetchPage)await stream.FetchAsync(new FetchRequest { Source = source.Query, Brand = source.Brand, Since = clock.GetUtcNow() - cadence }, cancellationToken);
                var texts = page.Mentions.Take(mentions - sent).Select(mention => QueueText.Encode($"{source.Brand.Id}\n{JsonSerializer.Serialize(mention, SocialListeningJsonContext.Default.Mention)}")).ToArray();
                await queues.SendAsync(QueueName, texts, TimeSpan.Zero, cancellationToken);
                sent += texts.Length;
            }

            await QueueDrain.RunAsync(queues, QueueName, (text, cancel) => StoreAsync(container, scorer, text, cancel), cancellationToken);
        }

        return new CostRound(sent, Stopwatch.GetElapsedTime(started).TotalSeconds, calls.Total, account.Meter.OnDocuments, account.Meter.RequestUnits);
    }

    private static async Task StoreAsync(Container container, EmbeddedMentionScorer scorer, string text, CancellationToken cancellationToken)
    {
        var split = text.IndexOf('\n', StringComparison.Ordinal);
        var brandId = text[..split];
        var mention = JsonSerializer.Deserialize(text[(split + 1)..], SocialListeningJsonContext.Default.Mention)!;
        var score = (await scorer.ScoreAsync([mention], cancellationToken))[0].Score!;
        var body = JsonSerializer.Serialize(new ScoredMention(brandId, mention, score, mention.CreatedAtUtc, "naive"), SocialListeningJsonContext.Default.ScoredMention);
        var id = string.Create(CultureInfo.InvariantCulture, $"{mention.Platform}-{mention.PlatformPostId}");
        await CreateAsync(container, brandId, $$"""{"id":"{{id}}",{{body[1..]}}""", cancellationToken);
        using var counted = await container.PatchItemStreamAsync("counts", new PartitionKey(brandId), [PatchOperation.Increment("/total", 1)], cancellationToken: cancellationToken);
        counted.EnsureSuccessStatusCode();
    }

    private static async Task CreateAsync(Container container, string brandId, string json, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var created = await container.CreateItemStreamAsync(body, new PartitionKey(brandId), cancellationToken: cancellationToken);
        created.EnsureSuccessStatusCode();
    }
}
