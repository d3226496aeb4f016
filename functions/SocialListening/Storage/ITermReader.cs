using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>
/// Reads which key phrases stand in how many mentions. They are counted in the same atomic write as the mention, follow a later
/// score, and are taken out again when the mention is erased; when it has served its time they stay, as other counts do.
/// </summary>
public interface ITermReader
{
    /// <summary>Reads the hours or days of a brand whose start lies in a window, by start. Those without phrases are absent.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="span">Hours or days.</param>
    /// <param name="from">Start of the window, inclusive.</param>
    /// <param name="to">End of the window, exclusive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<TermPeriod>> ListAsync(string brandId, TermSpan span, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
