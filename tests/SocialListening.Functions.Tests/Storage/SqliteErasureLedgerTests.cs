namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteErasureLedgerTests : ErasureLedgerSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
