using System.Globalization;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The cost of each day, all in one partition, each with a version that counts up from 1.</summary>
/// <param name="database">The database.</param>
internal sealed class CosmosScoringBudgetStore(CosmosDatabase database) : IScoringBudgetStore
{
    private const string Kind = "budget";

    private static readonly PartitionKey Key = new(Kind);

    /// <inheritdoc/>
    public async Task<Versioned<BudgetDay>> GetAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var answer = await database.Cursors.ReadAsync(Key, IdOf(day), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return default;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return new Versioned<BudgetDay>(
            CosmosJson.Read(document.RootElement, SocialListeningJsonContext.Default.BudgetDay), document.RootElement.GetProperty("version").GetInt64());
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(BudgetDay day, long expectedVersion, CancellationToken cancellationToken)
    {
        var id = IdOf(day.Day);
        var document = CosmosJson.ToObject(day, SocialListeningJsonContext.Default.BudgetDay);
        document["id"] = id;
        document["kind"] = Kind;
        return new VersionedDocument(database.Cursors, Key, id).TryWriteAsync(document, expectedVersion, cancellationToken);
    }

    private static string IdOf(DateOnly day) => CosmosKeys.Id(Kind, day.ToString("O", CultureInfo.InvariantCulture));
}
