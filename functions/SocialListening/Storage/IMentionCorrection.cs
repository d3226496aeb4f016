using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Lets a person's word stand above the score of a stored mention.</summary>
public interface IMentionCorrection
{
    /// <summary>
    /// Corrects a mention, or takes its correction back, and moves the counts of its bucket with it in one atomic write. The
    /// correction outlives later readings and later scores. Doing it again changes nothing: a correction with the same tone,
    /// author and note keeps its first time.
    /// </summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="mentionId">The mention's id, <c>platform:platformPostId</c>.</param>
    /// <param name="correction">The correction; <see langword="null"/> to let the score count again.</param>
    /// <param name="expectedRevision">
    /// The <see cref="ScoredMention.Revision"/> that the caller saw; with another one stored nothing is changed, unless what is
    /// stored is what was asked for. <see langword="null"/> to correct whatever is stored.
    /// </param>
    /// <param name="cancellationToken">Cancels before the write.</param>
    Task<CorrectionResult> CorrectAsync(
        string brandId, string mentionId, SentimentCorrection? correction, int? expectedRevision, CancellationToken cancellationToken);

    /// <summary>Reads one page of a brand's corrected mentions, newest first by creation time, then by id.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="limit">The most mentions in the page, 1 to 1,000.</param>
    /// <param name="after">The <see cref="MentionPage.NextCursor"/> of the page before; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MentionPage> ListCorrectedAsync(string brandId, int limit, MentionCursor? after, CancellationToken cancellationToken);
}
