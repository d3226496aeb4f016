using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Privacy;
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

    public IMentionStore Mentions => new CosmosMentionStore(Database, new CosmosSlots(Database, Wrapped), Keep);

    public IMentionCorrection Corrections => new CosmosMentionRevisions(Database, Keep);

    public IMentionRescoring Rescoring => new CosmosMentionRevisions(Database, Keep);

    public IMentionReader Reader => new CosmosMentionReader(Database);

    public IRollupReader Rollups => new CosmosRollupReader(Database);

    public ITermReader Terms => new CosmosTermReader(Database);

    public ICoverageStore Coverage => new CosmosCoverageStore(Database, Keep);

    public ISourceStateStore Sources => new CosmosSourceStateStore(Database);

    public IAlertStore Alerts => new CosmosAlertStore(Database, Keep);

    public ITimerStatusStore Timers => new CosmosTimerStatusStore(Database);

    public IReplayPositionStore Position => new CosmosReplayPositionStore(Database);

    public IScoringBudgetStore Budget => new CosmosScoringBudgetStore(Database);

    public IScoringLedger Ledger => new CosmosScoringLedger(Database, new VirtualTimeProvider(Make.Noon));

    public IErasureLedger Erasures => new CosmosErasureLedger(Database, new VirtualTimeProvider(Make.Noon));

    public IMentionErasure Erasing => new CosmosMentionErasure(Database, Keep);

    public IAlertEvidence Evidence => new CosmosAlertEvidence(Database);

    public IBrandStore Brands => new CosmosBrandStore(Database);

    public IRetention Retention => new CosmosRetention();

    private static IOptions<RetentionOptions> Keep { get; } = Microsoft.Extensions.Options.Options.Create(new RetentionOptions());

    private IOptions<CosmosOptions> Wrapped => Microsoft.Extensions.Options.Options.Create(Options);

    public void Reopen()
    {
        Database.Dispose();
        Database = Connect();
    }

    /// <summary>Opens the same store with a client of its own, as another instance does.</summary>
    public CosmosDatabase OpenAnother() => Connect();

    public virtual void Dispose() => Database.Dispose();

    private CosmosDatabase Connect() => new(_connect(), Options.Database, Options.CreateContainers);
}
