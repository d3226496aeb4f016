namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often a failed invocation is repeated before it counts as failed. Only timer triggers support it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>Repetitions after the first attempt; -1 for no limit.</summary>
    public int MaxRetryCount { get; set; }
}
