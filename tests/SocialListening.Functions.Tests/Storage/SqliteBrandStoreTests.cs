namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteBrandStoreTests : BrandStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
