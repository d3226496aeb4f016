namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned; middleware may replace it.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public abstract class InvocationResult<T>
{
    /// <summary>The result; <see langword="null"/> before the function ran and for one that returns nothing.</summary>
    public abstract T? Value { get; set; }
}
