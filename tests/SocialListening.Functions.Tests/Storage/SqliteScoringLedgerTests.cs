using SocialListening.Contracts;

namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteScoringLedgerTests : ScoringLedgerSuite
{
    [Fact]
    public async Task RemoveExpired_EntryPastItsTime_IsGone()
    {
        await Backend.Ledger.TrySaveAsync([new(new LedgerEntry { Key = "old", ExpiresAtUtc = Make.Noon }, 0)], default);
        await Backend.Ledger.RemoveExpiredAsync(Make.Noon, default);
        Assert.Empty(await Backend.Ledger.FindAsync(["old"], default));
    }

    private protected override IStorageBackend Open() => new SqliteBackend();
}
