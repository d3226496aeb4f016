namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteMentionReaderTests : MentionReaderSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
