using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>The delays of a retry attribute.</summary>
internal sealed class RetryPolicy
{
    private readonly RetryAttribute _attribute;
    private readonly BackoffDelay _delays;

    /// <summary>Reads an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    public RetryPolicy(RetryAttribute attribute)
    {
        _attribute = attribute;
        var (least, greatest) = attribute switch
        {
            FixedDelayRetryAttribute fix => (Span(fix.DelayInterval), Span(fix.DelayInterval)),
            ExponentialBackoffRetryAttribute exponential => (Span(exponential.MinimumInterval), Span(exponential.MaximumInterval)),
            _ => throw new InvalidOperationException($"The retry policy '{attribute.GetType().Name}' is not supported."),
        };
        _delays = new BackoffDelay(least, greatest, Random.Shared);
    }

    /// <summary>Gives the delay before the next attempt.</summary>
    /// <param name="retries">Repetitions so far.</param>
    /// <returns>The delay, or <see langword="null"/> when there is no further attempt.</returns>
    public TimeSpan? Next(int retries) =>
        _attribute.MaxRetryCount < 0 || retries < _attribute.MaxRetryCount ? _delays.Next(hit: retries == 0) : null;

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
