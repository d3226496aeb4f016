using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Coverage records of a brand, all in one partition, under an id of source and window.</summary>
/// <param name="database">The database.</param>
/// <param name="retention">How long they are kept.</param>
internal sealed class CosmosCoverageStore(CosmosDatabase database, IOptions<RetentionOptions> retention) : ICoverageStore
{
    // An empty record lies in the window that holds its instant. 'from' is a word of the query language.
    private const string Select =
        """SELECT * FROM c WHERE c.brandId = @brandId AND c["to"] >= @from AND c["from"] < @to AND (c["to"] > @from OR c["from"] >= @from)""";

    /// <inheritdoc/>
    public Task AddAsync(CoverageRecord record, CancellationToken cancellationToken)
    {
        var (from, to) = (CosmosJson.Instant(record.From), CosmosJson.Instant(record.To));
        var document = CosmosJson.ToObject(record, SocialListeningJsonContext.Default.CoverageRecord);
        document["id"] = CosmosKeys.Id("coverage", $"{record.SourceId}~{from}~{to}");
        document["from"] = from;
        document["to"] = to;
        document["ttl"] = (int)retention.Value.Coverage.TotalSeconds;
        return database.Coverage.UpsertAsync(new PartitionKey(record.BrandId), CosmosJson.Write(document), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CoverageRecord>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition(Select)
            .WithParameter("@brandId", brandId)
            .WithParameter("@from", CosmosJson.Instant(from))
            .WithParameter("@to", CosmosJson.Instant(to));
        var records = await database.Coverage.QueryAsync(
            new PartitionKey(brandId),
            query,
            int.MaxValue,
            static document => CosmosJson.Read(document, SocialListeningJsonContext.Default.CoverageRecord),
            cancellationToken).ConfigureAwait(false);
        return [.. records.OrderBy(record => record.From).ThenBy(record => record.To).ThenBy(record => record.SourceId, StringComparer.Ordinal)];
    }
}
