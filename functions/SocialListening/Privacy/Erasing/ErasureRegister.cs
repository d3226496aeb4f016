using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Privacy.Erasing;

/// <summary>Enters erasures into the ledger and notes how far they are. Every change is made under the version that was read.</summary>
public sealed class ErasureRegister(IErasureLedger ledger, ErasureKeys keys, IOptions<RetentionOptions> retention)
{
    private const int Attempts = 20;

    /// <summary>Enters what an order is about; what was entered before stays as it is.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels between entries.</param>
    /// <returns>The entries, one for each subject, in order.</returns>
    public async Task<IReadOnlyList<ErasureRecord>> EnterAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        var entries = new List<ErasureRecord>(order.Subjects.Count);
        foreach (var key in keys.Of(order))
        {
            var entry = new ErasureRecord
            {
                Key = key,
                Kind = order.Kind,
                Platform = order.Platform,
                Reason = order.Reason,
                RequestedAtUtc = order.RequestedAtUtc,
                ExpiresAtUtc = order.RequestedAtUtc + retention.Value.Erasures,
            };
            entries.Add(await ChangeAsync(key, known => known ?? entry, cancellationToken).ConfigureAwait(false));
        }

        return entries;
    }

    /// <summary>Changes an entry, again if others change it meanwhile.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="change">Gives the entry as it is to be, from what is stored or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels between attempts.</param>
    /// <returns>What is stored now.</returns>
    /// <exception cref="InvalidOperationException">Others were first too often.</exception>
    public async Task<ErasureRecord> ChangeAsync(string key, Func<ErasureRecord?, ErasureRecord> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (known, version) = await ledger.GetAsync(key, cancellationToken).ConfigureAwait(false);
            var changed = change(known);
            if (changed == known || await ledger.TrySaveAsync(changed, version, cancellationToken).ConfigureAwait(false))
            {
                return changed;
            }
        }

        throw new InvalidOperationException($"The entry {key} of the erasure ledger was changed by others {Attempts} times in a row.");
    }
}
