using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>Takes posts out of the evidence of stored alerts.</summary>
public interface IAlertEvidence
{
    /// <summary>
    /// Takes posts out of <see cref="Alert.Posts"/> of every alert of every brand. Revision and notification stay as they are:
    /// nobody is told again. Doing it again changes nothing.
    /// </summary>
    /// <param name="mentionIds">Ids of the mentions, 1 to 200.</param>
    /// <param name="cancellationToken">Cancels between alerts.</param>
    /// <returns>The id of each post that was taken out, once for each alert that had it.</returns>
    Task<IReadOnlyList<string>> RemovePostsAsync(IReadOnlyCollection<string> mentionIds, CancellationToken cancellationToken);
}
