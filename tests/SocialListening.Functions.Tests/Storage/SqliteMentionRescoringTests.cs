namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteMentionRescoringTests : MentionRescoringSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
