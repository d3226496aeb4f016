using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>Runs invocations: scope, context, pipeline, outputs, time limit, log.</summary>
internal sealed class FunctionInvoker(
    FunctionExecution execution,
    OutputSender outputs,
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    HostSettings settings,
    HostClock clock,
    InvocationLifetime lifetime)
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    /// <summary>Runs one invocation. Never throws: a failure is logged and in the outcome.</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">What the trigger hands over.</param>
    /// <param name="retryCount">Which repetition this is.</param>
    /// <param name="cancellationToken">Cancels the invocation, besides its time limit and the end of the process.</param>
    public async Task<InvocationOutcome> InvokeAsync(FunctionDescriptor function, InvocationInput input, int retryCount = 0, CancellationToken cancellationToken = default)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        using var limit = settings.FunctionTimeout is { } timeout ? new CancellationTokenSource(timeout, clock.Time) : null;
        using var token = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Token, limit?.Token ?? CancellationToken.None);
        var started = clock.Time.GetTimestamp();
        var run = Task.Run(() => RunAsync(function, input, retryCount, logger, token.Token), CancellationToken.None);
        try
        {
            if (settings.FunctionTimeout is { } longest)
            {
                await run.WaitAsync(longest + RuntimeOptions.Unwind, clock.Time, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                await run.ConfigureAwait(false);
            }

            InvocationLog.Succeeded(logger, function.Name, Elapsed(started));
            return InvocationOutcome.Success;
        }
        catch (Exception exception)
        {
            if (!run.IsCompleted)
            {
                InvocationLog.LeftAlone(logger, function.Name, settings.FunctionTimeout!.Value);
            }
            else if (limit?.IsCancellationRequested == true)
            {
                InvocationLog.TimedOut(logger, function.Name, settings.FunctionTimeout!.Value);
            }

            InvocationLog.Failed(logger, exception, function.Name, Elapsed(started));
            return new InvocationOutcome(exception);
        }
    }

    private async Task RunAsync(FunctionDescriptor function, InvocationInput input, int retryCount, ILogger logger, CancellationToken token)
    {
        using var activity = Source.StartActivity("Invoke", ActivityKind.Internal);
        await using var scope = scopes.CreateAsyncScope();
        var context = new InvocationContext(function, input, scope.ServiceProvider, retryCount, token);
        context.Features.Set(new ReturnedValue());
        activity?.SetTag("faas.name", function.Name).SetTag("faas.invocation_id", context.InvocationId);
        InvocationLog.Executing(logger, function.Name, context.InvocationId);
        await execution.Pipeline(context).ConfigureAwait(false);
        await outputs.SendAsync(function, context.GetInvocationResult().Value, token).ConfigureAwait(false);
    }

    private long Elapsed(long started) => (long)clock.Time.GetElapsedTime(started).TotalMilliseconds;
}
