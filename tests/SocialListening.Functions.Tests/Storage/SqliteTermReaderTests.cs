namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteTermReaderTests : TermReaderSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
