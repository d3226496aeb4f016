using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The one client of the process and the containers behind it.</summary>
internal sealed class CosmosDatabase : IDisposable
{
    private readonly CosmosClient _client;
    private readonly string _database;
    private readonly Lazy<Task>? _created;

    /// <summary>Takes a client.</summary>
    /// <param name="client">The client; disposed with this.</param>
    /// <param name="database">The database's name.</param>
    /// <param name="create">Whether to make database and containers when the first of them is used.</param>
    public CosmosDatabase(CosmosClient client, string database, bool create)
    {
        _client = client;
        _database = database;
        _created = create ? new Lazy<Task>(CreateAsync) : null;
        Mentions = new CosmosTable(this, CosmosContainers.Mentions);
        Alerts = new CosmosTable(this, CosmosContainers.Alerts);
        Coverage = new CosmosTable(this, CosmosContainers.Coverage);
        Cursors = new CosmosTable(this, CosmosContainers.Cursors);
        Ledger = new CosmosTable(this, CosmosContainers.Ledger);
        Erasures = new CosmosTable(this, CosmosContainers.Erasures);
        Brands = new CosmosTable(this, CosmosContainers.Brands);
    }

    /// <summary>Mentions and their counts.</summary>
    public CosmosTable Mentions { get; }

    /// <summary>Alerts and detection states.</summary>
    public CosmosTable Alerts { get; }

    /// <summary>What polls covered.</summary>
    public CosmosTable Coverage { get; }

    /// <summary>Source states, timers, the replay's position and the days of the budget.</summary>
    public CosmosTable Cursors { get; }

    /// <summary>Answers of the language service.</summary>
    public CosmosTable Ledger { get; }

    /// <summary>What was erased.</summary>
    public CosmosTable Erasures { get; }

    /// <summary>Definitions of brands.</summary>
    public CosmosTable Brands { get; }

    /// <summary>Gives a container that exists, unless the deployment forgot it.</summary>
    /// <param name="definition">Which.</param>
    public async ValueTask<Container> OpenAsync(CosmosContainer definition)
    {
        if (_created is not null)
        {
            await _created.Value.ConfigureAwait(false);
        }

        return _client.GetContainer(_database, definition.Name);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // Failing here fails every call of the process with the reason; a restart tries again.
    private async Task CreateAsync()
    {
        var database = (await _client.CreateDatabaseIfNotExistsAsync(_database).ConfigureAwait(false)).Database;
        foreach (var container in CosmosContainers.All)
        {
            await database.CreateContainerIfNotExistsAsync(container.ToProperties()).ConfigureAwait(false);
        }
    }
}
