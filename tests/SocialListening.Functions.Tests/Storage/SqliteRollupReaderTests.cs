namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteRollupReaderTests : RollupReaderSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
