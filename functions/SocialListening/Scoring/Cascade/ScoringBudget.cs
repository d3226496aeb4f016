using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Scoring.Cascade;

/// <summary>
/// The day's budget, shared by all instances through the store: records are set aside before a call and settled after it. What a
/// call set aside and never settled, since its process died, stays spent. So the sum never passes the budget.
/// </summary>
public sealed class ScoringBudget(IScoringBudgetStore store, IOptions<CascadeOptions> options, TimeProvider time)
{
    // Each failed try means that another instance got through, so this many in a row mean a broken store.
    private const int MaxTries = 50;

    private static readonly TimeSpan StatusKept = TimeSpan.FromSeconds(15);

    private readonly CascadeOptions _options = options.Value;
    private volatile Seen? _seen;

    /// <summary>Tells how the budget stands.</summary>
    /// <param name="fresh">Whether to read anew instead of trusting what was read in the last 15 seconds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<BudgetStatus> StatusAsync(bool fresh, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DayOf(now);
        var day = !fresh && _seen is { } seen && seen.Day.Day == today && now - seen.At < StatusKept
            ? seen.Day
            : Remember(now, (await store.GetAsync(today, cancellationToken).ConfigureAwait(false)).Value ?? new BudgetDay { Day = today });
        var floor = _options.Mode == ScoringMode.Azure ? 0 : _options.Threshold;
        var threshold = _options.Mode == ScoringMode.Azure && day.Committed < _options.DailyBudget
            ? 0
            : SpendingPlan.Threshold(floor, day.Committed, _options.DailyBudget, now.UtcDateTime.TimeOfDay);
        return new BudgetStatus(day.Committed, _options.DailyBudget, threshold);
    }

    /// <summary>Sets records aside for the texts of one call: for each in turn, when what is left suffices.</summary>
    /// <param name="records">The most records of each text, the weightiest text first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal async Task<BudgetReservation> ReserveAsync(IReadOnlyList<int> records, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var now = time.GetUtcNow();
            var today = DayOf(now);
            var read = await store.GetAsync(today, cancellationToken).ConfigureAwait(false);
            var day = read.Value ?? new BudgetDay { Day = today };
            var left = _options.DailyBudget - day.Committed;
            var granted = new bool[records.Count];
            var sum = 0;
            for (var i = 0; i < granted.Length; i++)
            {
                granted[i] = records[i] <= left - sum;
                sum += granted[i] ? records[i] : 0;
            }

            var reservation = new BudgetReservation(id, today, granted);
            if (sum == 0)
            {
                Remember(now, day);
                return reservation;
            }

            var next = day with { Reserved = new Dictionary<string, int>(day.Reserved) { [id] = sum } };
            if (await store.TrySaveAsync(next, read.Version, cancellationToken).ConfigureAwait(false))
            {
                Remember(now, next);
                return reservation;
            }
        }

        throw new InvalidOperationException("The scoring budget could not be saved: its version changed each time.");
    }

    /// <summary>Replaces what a call set aside by what it cost. Doing it again changes nothing.</summary>
    /// <param name="reservation">The call.</param>
    /// <param name="billed">Records billed, or that may have been.</param>
    /// <param name="cancellationToken">Cancels the call; what was set aside then stays spent.</param>
    internal async Task SettleAsync(BudgetReservation reservation, int billed, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var read = await store.GetAsync(reservation.Day, cancellationToken).ConfigureAwait(false);
            if (read.Value is not { } day || !day.Reserved.ContainsKey(reservation.Id))
            {
                return;
            }

            var reserved = new Dictionary<string, int>(day.Reserved);
            reserved.Remove(reservation.Id);
            var next = day with { Spent = day.Spent + billed, Reserved = reserved };
            if (await store.TrySaveAsync(next, read.Version, cancellationToken).ConfigureAwait(false))
            {
                Remember(time.GetUtcNow(), next);
                return;
            }
        }

        throw new InvalidOperationException("The scoring budget could not be saved: its version changed each time.");
    }

    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private BudgetDay Remember(DateTimeOffset at, BudgetDay day)
    {
        _seen = new Seen(at, day);
        return day;
    }

    private sealed record Seen(DateTimeOffset At, BudgetDay Day);
}
