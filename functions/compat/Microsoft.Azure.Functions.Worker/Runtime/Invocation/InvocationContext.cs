using Microsoft.Azure.Functions.Worker.Runtime.Discovery;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>The context of one invocation.</summary>
/// <param name="function">The function.</param>
/// <param name="input">What the trigger handed over.</param>
/// <param name="services">The services of the invocation's scope.</param>
/// <param name="retryCount">Which repetition this is.</param>
/// <param name="cancellationToken">The invocation's token.</param>
internal sealed class InvocationContext(
    FunctionDescriptor function,
    InvocationInput input,
    IServiceProvider services,
    int retryCount,
    CancellationToken cancellationToken) : FunctionContext
{
    /// <summary>What the trigger handed over.</summary>
    public InvocationInput Input { get; } = input;

    /// <summary>The function with all that is needed to run it.</summary>
    public FunctionDescriptor Function { get; } = function;

    /// <inheritdoc/>
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    /// <inheritdoc/>
    public override string FunctionId => Function.Id;

    /// <inheritdoc/>
    public override TraceContext TraceContext { get; } = new ActivityTraceContext(System.Diagnostics.Activity.Current);

    /// <inheritdoc/>
    public override BindingContext BindingContext { get; } = new EventBindingContext(input.BindingData);

    /// <inheritdoc/>
    public override RetryContext RetryContext { get; } = new AttemptRetryContext(retryCount, function.Retry?.MaxRetryCount ?? 0);

    /// <inheritdoc/>
    public override IServiceProvider InstanceServices { get; set; } = services;

    /// <inheritdoc/>
    public override FunctionDefinition FunctionDefinition => Function;

    /// <inheritdoc/>
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    /// <inheritdoc/>
    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    /// <inheritdoc/>
    public override CancellationToken CancellationToken { get; } = cancellationToken;
}
