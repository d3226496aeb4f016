namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteClockStoreTests : ClockStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
