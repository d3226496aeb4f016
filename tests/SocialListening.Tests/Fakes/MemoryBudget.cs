using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Tests.Fakes;

/// <summary>A budget store in memory.</summary>
internal sealed class MemoryBudget : IScoringBudgetStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DateOnly, Versioned<BudgetDay>> _days = [];

    public Task<Versioned<BudgetDay>> GetAsync(DateOnly day, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_days.GetValueOrDefault(day));
        }
    }

    public Task<bool> TrySaveAsync(BudgetDay day, long expectedVersion, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var saved = _days.GetValueOrDefault(day.Day).Version == expectedVersion;
            if (saved)
            {
                _days[day.Day] = new(day, expectedVersion + 1);
            }

            return Task.FromResult(saved);
        }
    }
}
