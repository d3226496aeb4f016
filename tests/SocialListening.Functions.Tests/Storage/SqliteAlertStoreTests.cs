namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteAlertStoreTests : AlertStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
