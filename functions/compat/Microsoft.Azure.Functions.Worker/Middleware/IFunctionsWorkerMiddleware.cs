namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Code around every invocation. Made once, so invocations share it.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around the rest of the pipeline.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="next">The rest; not calling it skips the function.</param>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
