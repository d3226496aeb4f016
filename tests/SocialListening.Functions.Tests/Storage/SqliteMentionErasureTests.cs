namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteMentionErasureTests : MentionErasureSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
