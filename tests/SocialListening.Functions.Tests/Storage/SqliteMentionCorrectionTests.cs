namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteMentionCorrectionTests : MentionCorrectionSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
