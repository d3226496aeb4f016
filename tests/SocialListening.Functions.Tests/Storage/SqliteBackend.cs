using SocialListening.Functions.Embedded;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>The embedded storage on a file of its own.</summary>
internal sealed class SqliteBackend : IStorageBackend
{
    private readonly TemporaryFolder _folder = new();

    public SqliteBackend() => Database = SqliteDatabase.Open(Path, fresh: false);

    public string Path => _folder.File("storage.db");

    public SqliteDatabase Database { get; private set; }

    public IMentionStore Mentions => new SqliteMentionStore(Database);

    public IMentionCorrection Corrections => new SqliteMentionRevisions(Database);

    public IMentionRescoring Rescoring => new SqliteMentionRevisions(Database);

    public IMentionReader Reader => new SqliteMentionReader(Database);

    public IRollupReader Rollups => new SqliteRollupReader(Database);

    public ITermReader Terms => new SqliteTermReader(Database);

    public ICoverageStore Coverage => new SqliteCoverageStore(Database);

    public ISourceStateStore Sources => new SqliteSourceStateStore(Database);

    public IAlertStore Alerts => new SqliteAlertStore(Database);

    public IScoringBudgetStore Budget => new SqliteScoringBudgetStore(Database);

    public IScoringLedger Ledger => new SqliteScoringLedger(Database);

    public IErasureLedger Erasures => new SqliteErasureLedger(Database);

    public IMentionErasure Erasing => new SqliteMentionErasure(Database);

    public IAlertEvidence Evidence => new SqliteAlertEvidence(Database);

    public IBrandStore Brands => new SqliteBrandStore(Database);

    public IRetention Retention => new SqliteRetention(Database);

    public ITimerStatusStore Timers => new SqliteTimerStatusStore(Database);

    public IReplayPositionStore Position => new SqliteReplayPositionStore(Database);

    public void Reopen()
    {
        Database.Dispose();
        Database = SqliteDatabase.Open(Path, fresh: false);
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
