using SocialListening.Contracts;
using SocialListening.Scoring.Phrases;
using SocialListening.Storage;

namespace SocialListening.Insights;

/// <summary>Tells in which phrases people speak of a brand, from its stored mentions.</summary>
public sealed class BrandTerms(IMentionReader mentions, IRollupReader rollups)
{
    /// <summary>Mentions that are read of a window at most, and as many of the one before.</summary>
    public const int MaxMentions = 5_000;

    private readonly MentionWindow _window = new(mentions, rollups);

    /// <summary>Compares a window with the one of the same length before it.</summary>
    /// <param name="brand">The brand, whose name is left out.</param>
    /// <param name="from">Start, inclusive.</param>
    /// <param name="to">End, exclusive, after <paramref name="from"/>.</param>
    /// <param name="limit">The most terms in each list, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TermReport> CompareAsync(Brand brand, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brand);
        var now = await _window.ReadAsync(brand.Id, from, to, MaxMentions, cancellationToken).ConfigureAwait(false);
        var before = await _window.ReadAsync(brand.Id, from - (to - from), from, MaxMentions, cancellationToken).ConfigureAwait(false);
        var terms = TermComparison.Compare(
            [.. now.Mentions.Select(TermPost.Of)], [.. before.Mentions.Select(TermPost.Of)], new OwnNames([brand.Name, brand.Id]), limit);
        return new TermReport
        {
            BrandId = brand.Id,
            From = from,
            To = to,
            Mentions = now.Total,
            MentionsRead = now.Mentions.Count,
            Before = before.Total,
            BeforeRead = before.Mentions.Count,
            Top = terms.Top,
            Rising = terms.Rising,
        };
    }
}
