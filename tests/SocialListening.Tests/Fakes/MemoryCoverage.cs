using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Tests.Fakes;

internal sealed class MemoryCoverage : ICoverageStore
{
    public List<CoverageRecord> Records { get; } = [];

    public Task AddAsync(CoverageRecord record, CancellationToken cancellationToken)
    {
        Records.RemoveAll(old => old.SourceId == record.SourceId && old.From == record.From && old.To == record.To);
        Records.Add(record);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<CoverageRecord>> ListAsync(string brandId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CoverageRecord>>([.. Records.Where(r => r.BrandId == brandId && r.From < to && r.To > from).OrderBy(r => r.From)]);
}
