using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Does nothing: the service removes each document by the time to live that it was written with.</summary>
internal sealed class CosmosRetention : IRetention
{
    /// <inheritdoc/>
    public Task<RetentionOutcome> RemoveAsync(RetentionCutoffs cutoffs, int most, CancellationToken cancellationToken) => Task.FromResult(default(RetentionOutcome));
}
