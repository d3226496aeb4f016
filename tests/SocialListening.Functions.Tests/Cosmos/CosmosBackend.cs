using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Storage;
using SocialListening.Timing;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>The storage in Cosmos DB. Each port is made anew at each use, so that racing tests race as processes do.</summary>
internal class CosmosBackend : IStorageBackend
{
    private readonly Func<CosmosClient> _connect;

    public CosmosBackend(Func<CosmosClient> connect, CosmosOptions? options = null)
    {
        _connect = connect;
        Options = options ?? new CosmosOptions();
        Database = Connect();
    }

    public CosmosOptions Options { get; }

    public CosmosDatabase Database { get; private set; }

    public IMentionStore Mentions => new CosmosMentionStore(Database, new CosmosSlots(Database, Wrapped), Wrapped);

    public IMentionCorrection Corrections => new CosmosMentionRevisions(Database, Wrapped);

    public IMentionRescoring Rescoring => new CosmosMentionRevisions(Database, Wrapped);

    public IMentionReader Reader => new CosmosMentionReader(Database);

    public IRollupReader Rollups => new CosmosRollupReader(Database);

    public ICoverageStore Coverage => new CosmosCoverageStore(Database);

    public ISourceStateStore Sources => new CosmosSourceStateStore(Database);

    public IAlertStore Alerts => new CosmosAlertStore(Database);

    public ITimerStatusStore Timers => new CosmosTimerStatusStore(Database);

    public IReplayPositionStore Position => new CosmosReplayPositionStore(Database);

    public IScoringBudgetStore Budget => new CosmosScoringBudgetStore(Database);

    public IScoringLedger Ledger => new CosmosScoringLedger(Database, new VirtualTimeProvider(Make.Noon));

    public IErasureLedger Erasures => new CosmosErasureLedger(Database, new VirtualTimeProvider(Make.Noon));

    public IMentionErasure Erasing => new CosmosMentionErasure(Database);

    public IAlertEvidence Evidence => new CosmosAlertEvidence(Database);

    private IOptions<CosmosOptions> Wrapped => Microsoft.Extensions.Options.Options.Create(Options);

    public void Reopen()
    {
        Database.Dispose();
        Database = Connect();
    }

    public virtual void Dispose() => Database.Dispose();

    private CosmosDatabase Connect() => new(_connect(), Options.Database, Options.CreateContainers);
}
