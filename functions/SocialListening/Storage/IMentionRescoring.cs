using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Replaces scores of stored mentions.</summary>
public interface IMentionRescoring
{
    /// <summary>The most mentions of one call of <see cref="RescoreAsync"/>.</summary>
    const int MaxRescored = 100;

    /// <summary>Reads one page of a brand's mentions whose score is <see cref="MentionScore.Pending"/>, oldest first by creation time, then by id.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="limit">The most mentions in the page, 1 to 1,000.</param>
    /// <param name="after">The <see cref="MentionPage.NextCursor"/> of the page before; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MentionPage> ListPendingAsync(string brandId, int limit, MentionCursor? after, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces scores and moves the counts of the buckets with them, each score and its counts in one atomic write. A mention whose revision is no
    /// longer the expected one, or that is gone, keeps what it has, so that doing it again changes nothing. A correction stays
    /// and goes on to decide what is counted.
    /// </summary>
    /// <param name="brandId">The brand of every mention.</param>
    /// <param name="scores">The new scores, at most <see cref="MaxRescored"/>, each mention once.</param>
    /// <param name="cancellationToken">Cancels before the write.</param>
    /// <returns>How many scores were replaced.</returns>
    Task<int> RescoreAsync(string brandId, IReadOnlyList<RescoredMention> scores, CancellationToken cancellationToken);
}
