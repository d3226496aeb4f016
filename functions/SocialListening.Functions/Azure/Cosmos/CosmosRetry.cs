using Polly;
using Polly.Retry;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>How often and after which waits a call or a transaction is made again. Waits double from their first, with jitter.</summary>
internal static class CosmosRetry
{
    /// <summary>The attempts of one transaction that may end without a certain outcome.</summary>
    public const int MostUnanswered = 8;

    private static readonly ResiliencePropertyKey<int> Unanswered = new("unanswered");

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
    /// outcome gives the answer, and the next one reads again and so learns what became of it; <see langword="null"/> says that
    /// all is done and nothing is to be tried again. Conflicts are quick and may be many; attempts that the service did not
    /// answer may take half a minute each, so a few of them are enough: the queue brings the message back later.
    /// </summary>
    public static ResiliencePipeline<CosmosAnswer?> Transactions { get; } = new ResiliencePipelineBuilder<CosmosAnswer?>()
        .AddRetry(new RetryStrategyOptions<CosmosAnswer?>
        {
            MaxRetryAttempts = 30,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } answer && (answer.Conflicted || (answer.Passing && CountUnanswered(arguments.Context) < MostUnanswered))),
            DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            OnRetry = static _ => Note(),
        })
        .Build();

    private static int CountUnanswered(ResilienceContext context)
    {
        var count = context.Properties.GetValue(Unanswered, 0) + 1;
        context.Properties.Set(Unanswered, count);
        return count;
    }

    private static ValueTask Note()
    {
        ListeningMetrics.Retried("cosmos");
        return ValueTask.CompletedTask;
    }
}
