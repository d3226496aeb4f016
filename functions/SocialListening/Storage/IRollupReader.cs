using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Reads rollups.</summary>
public interface IRollupReader
{
    /// <summary>Reads the buckets of a brand whose start lies in a window, by start. Buckets without mentions are absent.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="from">Start of the window, inclusive.</param>
    /// <param name="to">End of the window, exclusive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<RollupDocument>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
