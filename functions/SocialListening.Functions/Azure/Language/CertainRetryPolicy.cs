using Azure.Core;
using Azure.Core.Pipeline;

namespace SocialListening.Functions.Azure.Language;

/// <summary>
/// The SDK's retries, but only of requests that the service certainly did not carry out: those it answered with a failure, and
/// those that never reached it. A request whose answer was lost may have been billed, so it is not repeated behind the budget's
/// back. A wait that the service asks for is sat out only when it is short.
/// </summary>
/// <param name="maxRetries">Repeats.</param>
/// <param name="delay">The wait before the first; it doubles.</param>
/// <param name="maxInlineWait">The longest wait that is sat out on the service's word.</param>
/// <param name="time">The clock that a date in <c>Retry-After</c> is compared with.</param>
internal sealed class CertainRetryPolicy(int maxRetries, TimeSpan delay, TimeSpan maxInlineWait, TimeProvider time)
    : RetryPolicy(maxRetries, DelayStrategy.CreateExponentialDelayStrategy(delay))
{
    /// <inheritdoc/>
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        IsCertain(message, exception) && base.ShouldRetry(message, exception);

    /// <inheritdoc/>
    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsCertain(message, exception) ? base.ShouldRetryAsync(message, exception) : new ValueTask<bool>(false);

    /// <summary>Whether a failure means that no connection was made, so that nothing was asked.</summary>
    /// <param name="exception">The failure.</param>
    public static bool NeverArrived(Exception exception) =>
        (exception as HttpRequestException ?? exception.InnerException as HttpRequestException) is
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };

    private bool IsCertain(HttpMessage message, Exception? exception) => exception is null
        ? message.HasResponse && (RetryAfter.Of(message.Response, time.GetUtcNow()) is not { } wait || wait <= maxInlineWait)
        : NeverArrived(exception);
}
