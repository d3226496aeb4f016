using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Insights;

/// <summary>
/// Reads the mentions of a window up to a bound. Beyond it, each of 48 equal slices of the window gives its share of the bound,
/// its newest mentions, so that the sample follows the volume over time; the same store gives the same sample.
/// </summary>
internal sealed class MentionWindow(IMentionReader mentions, IRollupReader rollups)
{
    private const int Slices = 48;
    private const int PageSize = 1_000;

    public async Task<MentionSample> ReadAsync(string brandId, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        var length = (to - from) / Slices;
        var counts = new int[Slices];
        foreach (var bucket in await rollups.ListAsync(brandId, from, to, cancellationToken).ConfigureAwait(false))
        {
            counts[Math.Min(Slices - 1, (int)((bucket.Start - from) / length))] += bucket.Total;
        }

        var total = counts.Sum();
        var found = new List<ScoredMention>(Math.Min(total, most));
        if (total <= most)
        {
            await ReadAsync(found, brandId, from, to, most, cancellationToken).ConfigureAwait(false);
            return new MentionSample(found, Math.Max(total, found.Count));
        }

        for (var i = Slices - 1; i >= 0; i--)
        {
            var quota = (int)((long)most * counts[i] / total);
            var end = i == Slices - 1 ? to : from + ((i + 1) * length);
            await ReadAsync(found, brandId, from + (i * length), end, quota, cancellationToken).ConfigureAwait(false);
        }

        return new MentionSample(found, total);
    }

    private async Task ReadAsync(
        List<ScoredMention> found, string brandId, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        MentionCursor? after = null;
        while (most > 0)
        {
            var filter = new MentionFilter { BrandId = brandId, From = from, To = to, Limit = Math.Min(most, PageSize), After = after };
            var page = await mentions.ListAsync(filter, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Mentions);
            most -= page.Mentions.Count;
            after = page.NextCursor;
            if (after is null)
            {
                return;
            }
        }
    }
}
