using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// One container, in streams of JSON: what is expected comes back as an answer, what is not as an exception with advice. The
/// SDK waits out throttling first; calls that may be made twice are then repeated here. Each round trip is metered.
/// </summary>
/// <param name="database">Opens the container.</param>
/// <param name="definition">Which.</param>
internal sealed class CosmosTable(CosmosDatabase database, CosmosContainer definition)
{
    private const int MostInAPage = 1_000;

    private static readonly ItemRequestOptions NoOptions = new();

    /// <summary>The container's name.</summary>
    public string Name => definition.Name;

    /// <summary>Reads one document.</summary>
    /// <param name="key">Its partition.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; a missing document is a 404 here and no failure.</returns>
    /// <exception cref="CosmosStorageException">The service did not answer with either.</exception>
    public async Task<CosmosAnswer> ReadAsync(PartitionKey key, string id, CancellationToken cancellationToken)
    {
        var answer = await RepeatAsync(
            static async (table, state, cancel) =>
            {
                var container = await table.OpenAsync().ConfigureAwait(false);
                return await table.CallAsync("read", () => container.ReadItemStreamAsync(state.id, state.key, NoOptions, cancel), cancel).ConfigureAwait(false);
            },
            (key, id),
            cancellationToken).ConfigureAwait(false);
        return answer.Succeeded || answer is { Status: HttpStatusCode.NotFound, SubStatus: 0 } ? answer : throw Failed("read", answer);
    }

    /// <summary>Makes or replaces a document, whatever was there.</summary>
    /// <param name="key">Its partition.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CosmosStorageException">It was not written.</exception>
    public async Task UpsertAsync(PartitionKey key, byte[] document, CancellationToken cancellationToken)
    {
        var answer = await RepeatAsync(
            static async (table, state, cancel) =>
            {
                var container = await table.OpenAsync().ConfigureAwait(false);
                return await table.CallAsync("upsert", () => container.UpsertItemStreamAsync(new MemoryStream(state.document), state.key, NoOptions, cancel), cancel).ConfigureAwait(false);
            },
            (key, document),
            cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            throw Failed("upsert", answer);
        }
    }

    /// <summary>Makes a document that must not exist, once: the outcome may be uncertain, see <see cref="CosmosAnswer.Passing"/>.</summary>
    /// <param name="key">Its partition.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CosmosAnswer> CreateAsync(PartitionKey key, byte[] document, CancellationToken cancellationToken)
    {
        var container = await OpenAsync().ConfigureAwait(false);
        return Expect("create", await CallAsync("create", () => container.CreateItemStreamAsync(new MemoryStream(document), key, NoOptions, cancellationToken), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Replaces a document if it still has a version, once: the outcome may be uncertain, see <see cref="CosmosAnswer.Passing"/>.</summary>
    /// <param name="key">Its partition.</param>
    /// <param name="id">Its id.</param>
    /// <param name="etag">The version.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CosmosAnswer> ReplaceAsync(PartitionKey key, string id, string etag, byte[] document, CancellationToken cancellationToken)
    {
        var container = await OpenAsync().ConfigureAwait(false);
        var options = new ItemRequestOptions { IfMatchEtag = etag };
        return Expect("replace", await CallAsync("replace", () => container.ReplaceItemStreamAsync(new MemoryStream(document), id, key, options, cancellationToken), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Carries out a transaction, once: the outcome may be uncertain, see <see cref="CosmosAnswer.Passing"/>.</summary>
    /// <param name="key">The partition of all its documents.</param>
    /// <param name="fill">Adds the operations, at most 100 and 2 MB.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CosmosAnswer> CommitAsync(PartitionKey key, Action<TransactionalBatch> fill, CancellationToken cancellationToken)
    {
        var batch = (await OpenAsync().ConfigureAwait(false)).CreateTransactionalBatch(key);
        fill(batch);
        CosmosAnswer answer;
        try
        {
            using var response = await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            ListeningMetrics.CosmosCall("batch", Name, (int)response.StatusCode, response.RequestCharge);
            answer = new CosmosAnswer(response.StatusCode, SubStatusOf(response.Headers), RetryAfter: response.RetryAfter);
        }
        catch (Exception failure) when (Lost(failure, cancellationToken) is { } lost)
        {
            ListeningMetrics.CosmosCall("batch", Name, (int)lost.Status, 0);
            answer = lost;
        }

        return Expect("batch", answer);
    }

    /// <summary>
    /// Runs a query in one partition, or over all partitions that a prefix of the key covers. One that fails on its way starts
    /// again from its beginning.
    /// </summary>
    /// <param name="key">The partition or prefix; <see langword="null"/> for the whole container.</param>
    /// <param name="query">The query.</param>
    /// <param name="limit">The most documents to read.</param>
    /// <param name="map">Makes a result of a document, which is gone afterwards.</param>
    /// <param name="cancellationToken">Cancels between round trips.</param>
    /// <exception cref="CosmosStorageException">The service did not answer.</exception>
    public async Task<List<T>> QueryAsync<T>(PartitionKey? key, QueryDefinition query, int limit, Func<JsonElement, T> map, CancellationToken cancellationToken)
    {
        var results = new List<T>();
        var answer = await RepeatAsync(
            static async (table, state, cancel) =>
            {
                state.results.Clear();
                return await table.ReadPagesAsync(state.key, state.query, state.limit, state.map, state.results, cancel).ConfigureAwait(false);
            },
            (key, query, limit, map, results),
            cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? results : throw Failed("query", answer);
    }

    private async Task<CosmosAnswer> ReadPagesAsync<T>(
        PartitionKey? key, QueryDefinition query, int limit, Func<JsonElement, T> map, List<T> results, CancellationToken cancellationToken)
    {
        var container = await OpenAsync().ConfigureAwait(false);
        var options = new QueryRequestOptions { PartitionKey = key, MaxItemCount = limit > MostInAPage ? -1 : limit, MaxConcurrency = -1, EnableOptimisticDirectExecution = true };
        using var feed = container.GetItemQueryStreamIterator(query, null, options);
        while (feed.HasMoreResults && results.Count < limit)
        {
            var answer = await CallAsync("query", () => feed.ReadNextAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            if (!answer.Succeeded)
            {
                return answer;
            }

            using var page = JsonDocument.Parse(answer.Body);
            results.AddRange(page.RootElement.GetProperty("Documents").EnumerateArray().Take(limit - results.Count).Select(map));
        }

        return new CosmosAnswer(HttpStatusCode.OK);
    }

    private ValueTask<Container> OpenAsync() => database.OpenAsync(definition);

    private ValueTask<CosmosAnswer> RepeatAsync<TState>(Func<CosmosTable, TState, CancellationToken, Task<CosmosAnswer>> call, TState state, CancellationToken cancellationToken) =>
        CosmosRetry.Calls.ExecuteAsync(
            static async (context, cancel) => await context.call(context.table, context.state, cancel).ConfigureAwait(false),
            (table: this, call, state),
            cancellationToken);

    private async Task<CosmosAnswer> CallAsync(string operation, Func<Task<ResponseMessage>> call, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await call().ConfigureAwait(false);
            ListeningMetrics.CosmosCall(operation, Name, (int)response.StatusCode, response.Headers.RequestCharge);
            var body = response.IsSuccessStatusCode && response.Content is { } content ? await BytesAsync(content, cancellationToken).ConfigureAwait(false) : default;
            return new CosmosAnswer(response.StatusCode, SubStatusOf(response.Headers), response.Headers.ETag, body, RetryAfterOf(response.Headers));
        }
        catch (Exception failure) when (Lost(failure, cancellationToken) is { } lost)
        {
            ListeningMetrics.CosmosCall(operation, Name, (int)lost.Status, 0);
            return lost;
        }
    }

    // A write that failed for good is told here; conflicts and uncertain outcomes are the caller's to weigh.
    private CosmosAnswer Expect(string operation, CosmosAnswer answer) =>
        answer.Succeeded || answer.Conflicted || answer.Passing ? answer : throw Failed(operation, answer);

    private CosmosStorageException Failed(string operation, CosmosAnswer answer) => CosmosStorageException.From(operation, Name, answer);

    private static CosmosAnswer? Lost(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        CosmosException known => new CosmosAnswer(known.StatusCode, known.SubStatusCode, RetryAfter: known.RetryAfter),
        HttpRequestException or IOException => new CosmosAnswer(HttpStatusCode.ServiceUnavailable),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new CosmosAnswer(HttpStatusCode.RequestTimeout),
        _ => null,
    };

    private static int SubStatusOf(Headers headers) =>
        int.TryParse(headers["x-ms-substatus"], System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : 0;

    private static TimeSpan? RetryAfterOf(Headers headers) =>
        int.TryParse(headers["x-ms-retry-after-ms"], System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var wait)
            ? TimeSpan.FromMilliseconds(wait)
            : null;

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream content, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
