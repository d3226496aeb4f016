using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>A ledger whose second look-up in a call fails: after claims were saved, before anything is asked.</summary>
internal sealed class FailingLedger(IScoringLedger inner) : IScoringLedger
{
    /// <summary>How many look-ups may still fail.</summary>
    public int FailFinds { get; set; }

    /// <summary>Look-ups since this was set to 0.</summary>
    public int Calls { get; set; }

    public Task<IReadOnlyDictionary<string, Versioned<LedgerEntry>>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (++Calls == 2 && FailFinds > 0)
        {
            FailFinds--;
            throw new IOException("The ledger is away.");
        }

        return inner.FindAsync(keys, cancellationToken);
    }

    public Task<IReadOnlyList<bool>> TrySaveAsync(IReadOnlyList<Versioned<LedgerEntry>> entries, CancellationToken cancellationToken) => inner.TrySaveAsync(entries, cancellationToken);

    public Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => inner.RemoveExpiredAsync(now, cancellationToken);
}
