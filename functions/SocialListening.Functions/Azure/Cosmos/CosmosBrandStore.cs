using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// The definitions of brands, all in one partition with the document that counts their changes, so that both move in one
/// transaction. Writers take turns by that document's ETag; there are few of them.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class CosmosBrandStore(CosmosDatabase database) : IBrandStore
{
    private const string Kind = "brand";

    private const string SelectAll = "SELECT * FROM c";

    // A transaction takes 100 documents and 2 MB; the head is one of them.
    private const int MostInATransaction = 99;
    private const int MostCharacters = 500_000;

    private static readonly PartitionKey Key = new(BrandHead.Partition);

    /// <inheritdoc/>
    public async Task<long> GetVersionAsync(CancellationToken cancellationToken) => (await ReadHeadAsync(cancellationToken).ConfigureAwait(false)).Read.Version;

    /// <inheritdoc/>
    public async Task<StoredBrands> ListAsync(CancellationToken cancellationToken)
    {
        // Read first: what changes in between is then newer than the version says. The session keeps the second read from being older.
        var version = await GetVersionAsync(cancellationToken).ConfigureAwait(false);
        var documents = await database.Brands.QueryAsync(Key, new QueryDefinition(SelectAll), int.MaxValue, static document => Parse(document), cancellationToken).ConfigureAwait(false);
        return new StoredBrands(version, [.. documents.Where(stored => stored.Value is not null).OrderBy(stored => stored.Value!.BrandId, StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public async Task<Versioned<BrandDefinition>> GetAsync(string brandId, CancellationToken cancellationToken) =>
        (await ReadAsync(brandId, cancellationToken).ConfigureAwait(false)).Stored;

    /// <inheritdoc/>
    public Task<BrandWrite> PutAsync(BrandDefinition definition, long? expectedVersion, CancellationToken cancellationToken)
    {
        BrandWriteRules.Check(definition);
        return ChangeAsync(
            definition.BrandId,
            (stored, brands) => BrandWriteRules.OutcomeOf(definition, stored, expectedVersion, brands),
            (batch, etag, version) =>
            {
                var content = Content(definition, version);
                if (etag is null)
                {
                    batch.CreateItemStream(content);
                }
                else
                {
                    batch.ReplaceItemStream(IdOf(definition.BrandId), content, new TransactionalBatchItemRequestOptions { IfMatchEtag = etag });
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BrandWrite> DeleteAsync(string brandId, long? expectedVersion, CancellationToken cancellationToken) => ChangeAsync(
        brandId,
        (stored, _) => BrandWriteRules.OutcomeOf(stored, expectedVersion),
        (batch, etag, _) => batch.DeleteItem(IdOf(brandId), new TransactionalBatchItemRequestOptions { IfMatchEtag = etag }),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsFilledAsync(CancellationToken cancellationToken) => (await ReadHeadAsync(cancellationToken).ConfigureAwait(false)).Filled;

    /// <inheritdoc/>
    public async Task<bool> SeedAsync(IReadOnlyList<BrandDefinition> definitions, CancellationToken cancellationToken)
    {
        BrandWriteRules.Check(definitions);
        if (definitions.Count == 0)
        {
            return false;
        }

        bool? finished;
        do
        {
            finished = await SeedSomeAsync(definitions, cancellationToken).ConfigureAwait(false);
        }
        while (finished is null);
        return finished.Value;
    }

    // Puts as many as one transaction takes. True when that was the rest, false when another has filled the store, null to go on.
    private async Task<bool?> SeedSomeAsync(IReadOnlyList<BrandDefinition> definitions, CancellationToken cancellationToken)
    {
        var writer = new VersionedDocument(database.Brands, Key, BrandHead.Id);
        bool? finished = false;
        var attempted = false;
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var head = await ReadHeadAsync(cancel).ConfigureAwait(false);
                if (attempted && writer.Wrote(head.Read))
                {
                    return (CosmosAnswer?)null;
                }

                if (head.Filled)
                {
                    finished = false;
                    return null;
                }

                var known = head.Read.ETag is null ? [] : (await ListAsync(cancel).ConfigureAwait(false)).Definitions.Select(stored => stored.Value!.BrandId).ToHashSet(StringComparer.Ordinal);
                BrandDefinition[] missing = [.. definitions.Where(definition => !known.Contains(definition.BrandId))];
                var some = Some(missing);
                finished = some.Length == missing.Length ? true : null;
                attempted = true;
                return await database.Brands.CommitAsync(
                    Key,
                    batch =>
                    {
                        writer.Put(batch, BrandHead.Document(head.Brands + some.Length, filled: finished == true), head.Read);
                        Array.ForEach(some, definition => batch.CreateItemStream(Content(definition, head.Read.Version + 1)));
                    },
                    cancel).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("batch", database.Brands.Name, failure) : finished;
    }

    private static BrandDefinition[] Some(BrandDefinition[] missing)
    {
        var characters = 0;
        return [.. missing.Take(MostInATransaction).TakeWhile((definition, i) => (characters += definition.Json.Length) <= MostCharacters || i == 0)];
    }

    private async Task<BrandWrite> ChangeAsync(
        string brandId, Func<Versioned<BrandDefinition>, int, BrandWriteOutcome> decide, Action<TransactionalBatch, string?, long> write, CancellationToken cancellationToken)
    {
        var writer = new VersionedDocument(database.Brands, Key, BrandHead.Id);
        BrandWrite result = default;
        var attempted = false;
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var head = await ReadHeadAsync(cancel).ConfigureAwait(false);
                if (attempted && writer.Wrote(head.Read))
                {
                    return (CosmosAnswer?)null;
                }

                var (stored, etag) = await ReadAsync(brandId, cancel).ConfigureAwait(false);
                var outcome = decide(stored, head.Brands);
                result = new BrandWrite(outcome, stored.Version);
                if (outcome is not (BrandWriteOutcome.Created or BrandWriteOutcome.Replaced or BrandWriteOutcome.Deleted))
                {
                    return null;
                }

                var version = head.Read.Version + 1;
                var brands = head.Brands + (outcome switch { BrandWriteOutcome.Created => 1, BrandWriteOutcome.Deleted => -1, _ => 0 });
                result = new BrandWrite(outcome, outcome == BrandWriteOutcome.Deleted ? 0 : version);
                attempted = true;
                return await database.Brands.CommitAsync(
                    Key,
                    batch =>
                    {
                        // Whoever puts a brand into an empty store wants no other to fill it.
                        writer.Put(batch, BrandHead.Document(brands, filled: head.Filled || head.Read.ETag is null), head.Read);
                        write(batch, etag, version);
                    },
                    cancel).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("batch", database.Brands.Name, failure) : result;
    }

    private async Task<BrandHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var answer = await database.Brands.ReadAsync(Key, BrandHead.Id, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return BrandHead.None;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return BrandHead.Of(document.RootElement, answer.ETag);
    }

    private async Task<(Versioned<BrandDefinition> Stored, string? ETag)> ReadAsync(string brandId, CancellationToken cancellationToken)
    {
        var answer = await database.Brands.ReadAsync(Key, IdOf(brandId), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return default;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return (Parse(document.RootElement), answer.ETag);
    }

    private static string IdOf(string brandId) => CosmosKeys.Id(Kind, brandId);

    // The head gives no definition.
    private static Versioned<BrandDefinition> Parse(JsonElement document) => document.TryGetProperty("definition", out var definition)
        ? new(
            new BrandDefinition(
                document.GetProperty("brandId").GetString()!,
                definition.GetString()!,
                document.GetProperty("updatedAt").GetDateTimeOffset(),
                document.TryGetProperty("updatedBy", out var editor) ? editor.GetString() : null),
            document.GetProperty("version").GetInt64())
        : default;

    // As text: the service writes numbers and escapes its own way, and what was put must come back as it was.
    private static MemoryStream Content(BrandDefinition definition, long version)
    {
        var document = new JsonObject
        {
            ["id"] = IdOf(definition.BrandId),
            ["kind"] = BrandHead.Partition,
            ["type"] = Kind,
            ["brandId"] = definition.BrandId,
            ["version"] = version,
            ["updatedAt"] = CosmosJson.Instant(definition.UpdatedAtUtc),
            ["definition"] = definition.Json,
        };
        if (definition.UpdatedBy is { } editor)
        {
            document["updatedBy"] = editor;
        }

        return new MemoryStream(CosmosJson.Write(document));
    }
}
