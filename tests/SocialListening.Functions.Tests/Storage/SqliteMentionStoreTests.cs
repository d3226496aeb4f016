namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteMentionStoreTests : MentionStoreSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
