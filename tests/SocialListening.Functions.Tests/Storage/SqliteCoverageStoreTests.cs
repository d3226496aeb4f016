namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteCoverageStoreTests : CoverageStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
