using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Runtime.Invocation;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>The pipeline step that shows the request to later steps and carries out the result that they return.</summary>
internal static class HttpResults
{
    /// <summary>Runs around the later steps; does nothing but call them when no request started the function.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="next">The later steps.</param>
    public static async Task RunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var invocation = (InvocationContext)context;
        if (invocation.Input.Http is not { } http)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        http.RequestServices = context.InstanceServices;
        await next(context).ConfigureAwait(false);

        var returned = context.GetInvocationResult().Value;
        var marked = invocation.Function.Outputs.FirstOrDefault(o => o.Attribute is HttpResultAttribute);
        await ExecuteAsync(marked is null ? returned : marked.ValueOf(returned), http).ConfigureAwait(false);
    }

    private static Task ExecuteAsync(object? result, HttpContext http) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult plain => plain.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };
}
