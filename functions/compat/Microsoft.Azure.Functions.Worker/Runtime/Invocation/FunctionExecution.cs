using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>The pipeline: the app's middleware around the call of the function.</summary>
internal sealed class FunctionExecution
{
    private readonly ConcurrentDictionary<Type, ObjectFactory> _factories = [];

    /// <summary>Puts the steps together.</summary>
    /// <param name="middleware">The steps in the order they were added.</param>
    public FunctionExecution(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        Pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallAsync, (next, step) => step(next));
    }

    /// <summary>The whole pipeline.</summary>
    public FunctionExecutionDelegate Pipeline { get; }

    private async Task CallAsync(FunctionContext context)
    {
        var invocation = (InvocationContext)context;
        var function = invocation.Function;
        var instance = function.Method.IsStatic
            ? null
            : _factories.GetOrAdd(function.Type, type => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes))(invocation.InstanceServices, null);
        try
        {
            var returned = function.Invoker.Invoke(instance, ArgumentBinder.Bind(invocation).AsSpan());
            context.GetInvocationResult().Value = await ReturnTypes.AwaitAsync(returned).ConfigureAwait(false);
        }
        finally
        {
            switch (instance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
                default:
                    break;
            }
        }
    }
}
