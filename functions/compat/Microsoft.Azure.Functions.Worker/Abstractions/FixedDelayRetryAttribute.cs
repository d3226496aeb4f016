using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Repeats a failed invocation after always the same delay.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <summary>Sets the policy.</summary>
    /// <param name="maxRetryCount">Repetitions after the first attempt; -1 for no limit.</param>
    /// <param name="delayInterval">The delay as <c>hh:mm:ss</c>, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is no time span, or negative.</exception>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, CultureInfo.InvariantCulture, out var delay) || delay < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(delayInterval), delayInterval, "A delay is a time span 'hh:mm:ss' of 0 or more.");
        }

        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>The delay as <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; }
}
