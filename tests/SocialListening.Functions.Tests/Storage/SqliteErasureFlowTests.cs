namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteErasureFlowTests : ErasureFlowSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
