namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of the invocation pipeline.</summary>
/// <param name="context">The invocation.</param>
/// <returns>A task that ends with the step and all after it.</returns>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
