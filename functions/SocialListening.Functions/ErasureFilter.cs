using SocialListening.Contracts;
using SocialListening.Privacy.Erasing;
using SocialListening.Scoring;

namespace SocialListening.Functions;

/// <summary>Asks the erasure ledger on behalf of scoring.</summary>
internal sealed class ErasureFilter(ErasureGate gate) : IErasureFilter
{
    public Task<IReadOnlyList<bool>> AreErasedAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken) =>
        gate.AreErasedAsync(mentions, cancellationToken);
}
