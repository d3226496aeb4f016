namespace SocialListening.Storage;

/// <summary>Reads stored mentions.</summary>
public interface IMentionReader
{
    /// <summary>Reads one page of a brand's mentions, newest first, then by id.</summary>
    /// <param name="filter">What to read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MentionPage> ListAsync(MentionFilter filter, CancellationToken cancellationToken);
}
