using SocialListening.Contracts;

namespace SocialListening.Scoring;

/// <summary>Tells what must not be scored and stored, since it was erased.</summary>
public interface IErasureFilter
{
    /// <summary>Says of each mention whether its post or its author was erased, or the platform marks it as gone.</summary>
    /// <param name="mentions">Mentions, with author ids or their pseudonyms.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One answer for each, in order.</returns>
    Task<IReadOnlyList<bool>> AreErasedAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken);
}
