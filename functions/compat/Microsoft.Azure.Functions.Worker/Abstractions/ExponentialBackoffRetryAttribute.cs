using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Repeats a failed invocation after delays that double from a least to a greatest one.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <summary>Sets the policy.</summary>
    /// <param name="maxRetryCount">Repetitions after the first attempt; -1 for no limit.</param>
    /// <param name="minimumInterval">The least delay as <c>hh:mm:ss</c>, 0 or more.</param>
    /// <param name="maximumInterval">The greatest delay as <c>hh:mm:ss</c>, at least <paramref name="minimumInterval"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A delay is no time span, or negative.</exception>
    /// <exception cref="ArgumentException">The least delay is greater than the greatest.</exception>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        if (!TimeSpan.TryParse(minimumInterval, CultureInfo.InvariantCulture, out var minimum) || minimum < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumInterval), minimumInterval, "A delay is a time span 'hh:mm:ss' of 0 or more.");
        }

        if (!TimeSpan.TryParse(maximumInterval, CultureInfo.InvariantCulture, out var maximum) || maximum < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumInterval), maximumInterval, "A delay is a time span 'hh:mm:ss' of 0 or more.");
        }

        if (minimum > maximum)
        {
            throw new ArgumentException($"The least delay {minimum} is greater than the greatest, {maximum}.", nameof(minimumInterval));
        }

        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>The least delay as <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; }

    /// <summary>The greatest delay as <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; }
}
