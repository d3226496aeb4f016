using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Keeps what each poll covered. Completeness is data: gaps never enter a baseline.</summary>
public interface ICoverageStore
{
    /// <summary>Adds a record. Adding one with the same source, <c>From</c> and <c>To</c> again replaces it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task AddAsync(CoverageRecord record, CancellationToken cancellationToken);

    /// <summary>Reads the records of a brand that overlap a window, by start.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="from">Start of the window, inclusive.</param>
    /// <param name="to">End of the window, exclusive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoverageRecord>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
