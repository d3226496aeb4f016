namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteScoringBudgetStoreTests : ScoringBudgetStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
