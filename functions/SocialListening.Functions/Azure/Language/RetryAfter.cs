using System.Globalization;
using Azure;

namespace SocialListening.Functions.Azure.Language;

/// <summary>Reads how long the service wants to be left alone (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>Gives the wait, 0 to 31 days, or <see langword="null"/> when the response names none.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">What a date is compared with.</param>
    public static TimeSpan? Of(Response response, DateTimeOffset now)
    {
        if ((Header(response, "retry-after-ms") ?? Header(response, "x-ms-retry-after-ms")) is { } milliseconds)
        {
            return Number(milliseconds) is { } ms ? Clamp(TimeSpan.FromMilliseconds(ms)) : null;
        }

        if (Header(response, "Retry-After") is not { } text)
        {
            return null;
        }

        if (Number(text) is { } seconds)
        {
            return Clamp(TimeSpan.FromSeconds(seconds));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Clamp(at - now) : null;
    }

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Longest.TotalMilliseconds) : null;

    private static TimeSpan Clamp(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
