namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteSourceStateStoreTests : SourceStateStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
