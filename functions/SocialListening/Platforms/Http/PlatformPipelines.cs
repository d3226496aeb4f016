using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SocialListening.Networking;
using SocialListening.Telemetry;

namespace SocialListening.Platforms.Http;

/// <summary>
/// The one place where resilience is put together, from the outside in: total timeout, retry, breaker, attempt timeout.
/// There is one pipeline per platform and host, so that a host that is down does not open the breaker of another.
/// </summary>
internal sealed class PlatformPipelines(IOptions<PlatformHttpOptions> options, TimeProvider time)
{
    /// <summary>Set in the context of a call that may be made again.</summary>
    public static readonly ResiliencePropertyKey<bool> Repeatable = new("SocialListening.Repeatable");

    private readonly ConcurrentDictionary<(string Platform, string Host), ResiliencePipeline<PlatformAttempt>> _pipelines = new();
    private readonly PlatformHttpOptions _options = options.Value;

    /// <summary>Gives the pipeline of a host.</summary>
    public ResiliencePipeline<PlatformAttempt> For(PlatformProfile profile, string host) =>
        _pipelines.GetOrAdd((profile.Platform, host), static (_, self) => self.Build(), this);

    private ResiliencePipeline<PlatformAttempt> Build()
    {
        var builder = new ResiliencePipelineBuilder<PlatformAttempt> { TimeProvider = time };
        builder.AddTimeout(_options.TotalTimeout);
        if (_options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<PlatformAttempt>
            {
                MaxRetryAttempts = _options.MaxRetries,
                Delay = _options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = _options.AttemptTimeout,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Context.Properties.GetValue(Repeatable, false) && IsWorthRetrying(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAt is { } at
                    ? Wait(at)
                    : null),
                OnRetry = static _ =>
                {
                    ListeningMetrics.Retried("platform");
                    return default;
                },
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<PlatformAttempt>
            {
                FailureRatio = _options.BreakerFailureRatio,
                MinimumThroughput = _options.BreakerMinimumAttempts,
                SamplingDuration = _options.BreakerWindow,
                BreakDuration = _options.BreakerPause,
                ShouldHandle = arguments => ValueTask.FromResult(IsHostFailure(arguments.Outcome)),
            })
            .AddTimeout(_options.AttemptTimeout)
            .Build();
    }

    private TimeSpan? Wait(DateTimeOffset at)
    {
        var wait = at - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private bool IsWorthRetrying(Outcome<PlatformAttempt> outcome)
    {
        if (outcome.Result is { } attempt)
        {
            return attempt.Status switch
            {
                HttpStatusCode.TooManyRequests => attempt.RetryAt is { } at && Wait(at) <= _options.MaxInlineWait,
                _ => IsServerFailure(attempt.Status) && (attempt.RetryAt is not { } at || Wait(at) <= _options.MaxInlineWait),
            };
        }

        return IsHostFailure(outcome);
    }

    private static bool IsHostFailure(Outcome<PlatformAttempt> outcome) => outcome switch
    {
        { Result: { } attempt } => IsServerFailure(attempt.Status),
        { Exception: RefusedAddressException or { InnerException: RefusedAddressException } } => false,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } } => false,
        { Exception: HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException } => true,
        _ => false,
    };

    private static bool IsServerFailure(HttpStatusCode? status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout || (int?)status is >= 520 and <= 530;
}
