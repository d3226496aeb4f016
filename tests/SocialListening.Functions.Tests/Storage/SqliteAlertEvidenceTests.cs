namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteAlertEvidenceTests : AlertEvidenceSuite
{
    private protected override IStorageBackend Open() => new SqliteBackend();
}
