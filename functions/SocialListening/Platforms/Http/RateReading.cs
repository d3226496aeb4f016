using System.Globalization;
using System.Net.Http.Headers;

namespace SocialListening.Platforms.Http;

/// <summary>What an answer's headers say about the next call.</summary>
/// <param name="RetryAt">The instant of <c>Retry-After</c>, not before now; <see langword="null"/> without one.</param>
/// <param name="Remaining">Calls left in the window; <see langword="null"/> when not said.</param>
/// <param name="ResetAt">The end of the window; <see langword="null"/> when not said.</param>
internal readonly record struct RateReading(DateTimeOffset? RetryAt, long? Remaining, DateTimeOffset? ResetAt)
{
    // No platform's window is longer than a day; a later date is a mistake of theirs or of a clock.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads the headers of one answer; what cannot be read counts as not said.</summary>
    public static RateReading Of(HttpResponseHeaders headers, RateHeaders? dialect, DateTimeOffset now)
    {
        DateTimeOffset? retryAt = headers.RetryAfter switch
        {
            { Delta: { } delta } => Bounded(now, delta),
            { Date: { } date } => Bounded(now, date - now),
            _ => null,
        };
        if (dialect is null)
        {
            return new RateReading(retryAt, null, null);
        }

        long? remaining = long.TryParse(First(headers, dialect.Remaining), NumberStyles.None, CultureInfo.InvariantCulture, out var left) ? left : null;
        return new RateReading(retryAt, remaining, Reset(First(headers, dialect.Reset), dialect.Form, now));
    }

    /// <summary>Until when the platform wants no call; <see langword="null"/> when a call is welcome.</summary>
    /// <param name="throttled">Whether the answer itself was a refusal for too many calls.</param>
    public DateTimeOffset? BlockedUntil(bool throttled) => throttled ? RetryAt ?? ResetAt : Remaining == 0 ? ResetAt : null;

    private static DateTimeOffset? Reset(string? value, ResetForm form, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (form == ResetForm.Iso8601)
        {
            return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                ? Bounded(now, at - now)
                : null;
        }

        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || !(seconds <= 1e11))
        {
            return null;
        }

        return form == ResetForm.DeltaSeconds
            ? Bounded(now, TimeSpan.FromSeconds(seconds))
            : Bounded(now, DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds) - now);
    }

    private static DateTimeOffset Bounded(DateTimeOffset now, TimeSpan wait) =>
        now + (wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait);

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;
}
