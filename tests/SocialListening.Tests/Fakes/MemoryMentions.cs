using SocialListening.Contracts;
using SocialListening.Rollups;
using SocialListening.Storage;

namespace SocialListening.Tests.Fakes;

/// <summary>Mentions and their rollups in memory.</summary>
internal sealed class MemoryMentions : IMentionStore, IMentionReader, IRollupReader
{
    private readonly Dictionary<(string Brand, string Id), ScoredMention> _mentions = [];
    private readonly Dictionary<(string Brand, DateTimeOffset Start), RollupDocument> _rollups = [];

    public Exception? FailNextStore { get; set; }

    public int Count => _mentions.Count;

    public IEnumerable<ScoredMention> All => _mentions.Values;

    public Task<StoreOutcome> StoreAsync(string brandId, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        if (FailNextStore is { } failure)
        {
            FailNextStore = null;
            throw failure;
        }

        var added = 0;
        foreach (var mention in mentions)
        {
            if (!_mentions.TryAdd((brandId, mention.Mention.Id), mention))
            {
                continue;
            }

            added++;
            var start = RollupBucket.StartOf(mention.Mention.CreatedAtUtc);
            if (!_rollups.TryGetValue((brandId, start), out var rollup))
            {
                _rollups[(brandId, start)] = rollup = new RollupDocument { BrandId = brandId, Start = start };
            }

            RollupBucket.Count(rollup, mention);
            rollup.Revision++;
        }

        return Task.FromResult(new StoreOutcome(added, 0, mentions.Count - added));
    }

    public Task<MentionPage> ListAsync(MentionFilter filter, CancellationToken cancellationToken) => Task.FromResult(new MentionPage(
        [
            .. _mentions.Values
                .Where(m => m.BrandId == filter.BrandId && (filter.From is null || m.Mention.CreatedAtUtc >= filter.From) && (filter.To is null || m.Mention.CreatedAtUtc < filter.To) && (filter.Platform is null || m.Mention.Platform == filter.Platform))
                .OrderByDescending(m => m.Mention.CreatedAtUtc)
                .Take(filter.Limit),
        ],
        null));

    public Task<IReadOnlyList<RollupDocument>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RollupDocument>>([.. _rollups.Where(entry => entry.Key.Brand == brandId && entry.Key.Start >= from && entry.Key.Start < to).OrderBy(entry => entry.Key.Start).Select(entry => entry.Value)]);
}
