using Polly;
using Polly.Retry;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>How often and after which waits a call or a transaction is made again. Waits double from their first, with jitter.</summary>
internal static class CosmosRetry
{
    /// <summary>For calls that may be made twice: reads, and writes that replace a document whatever it was.</summary>
    public static ResiliencePipeline<CosmosAnswer> Calls { get; } = new ResiliencePipelineBuilder<CosmosAnswer>()
        .AddRetry(new RetryStrategyOptions<CosmosAnswer>
        {
            MaxRetryAttempts = 6,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result.Passing),
            DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result.RetryAfter),
            OnRetry = static _ => Note(),
        })
        .Build();

    /// <summary>
    /// For read, decide and write under a condition, as a whole. An attempt that ended in a conflict or without a certain
    /// outcome gives <see langword="null"/>; the next one reads again and so learns what became of it.
    /// </summary>
    public static ResiliencePipeline<CosmosAnswer?> Transactions { get; } = new ResiliencePipelineBuilder<CosmosAnswer?>()
        .AddRetry(new RetryStrategyOptions<CosmosAnswer?>
        {
            MaxRetryAttempts = 30,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { } answer && (answer.Conflicted || answer.Passing)),
            DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            OnRetry = static _ => Note(),
        })
        .Build();

    private static ValueTask Note()
    {
        ListeningMetrics.Retried("cosmos");
        return ValueTask.CompletedTask;
    }
}
