using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Azure.Functions.Worker.Runtime.Invocation;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Answers requests with HTTP functions.</summary>
/// <param name="prefix">What stands before every route.</param>
/// <param name="invoker">Runs functions.</param>
/// <param name="keys">Checks keys.</param>
/// <param name="logger">Where to report to.</param>
internal sealed class HttpFunctionRoutes(string prefix, FunctionInvoker invoker, FunctionKeys keys, ILogger<HttpFunctionRoutes> logger)
{
    /// <summary>Adds the route of a function.</summary>
    /// <param name="routes">Where to add it.</param>
    /// <param name="function">The function.</param>
    /// <exception cref="InvalidOperationException">The route template is malformed or the host's own.</exception>
    public void Map(IEndpointRouteBuilder routes, FunctionDescriptor function)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var route = (string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route).TrimStart('/');
        if (route.Split('/')[0].ToUpperInvariant() is "ADMIN" or "RUNTIME" && prefix.Length == 0)
        {
            throw new InvalidOperationException($"Route '{route}' belongs to the host.");
        }

        try
        {
            var pattern = RoutePatternFactory.Parse(prefix.Length == 0 ? route : $"{prefix}/{route}");
            var endpoint = routes.Map(pattern, context => HandleAsync(context, function, trigger.AuthLevel));
            endpoint.WithDisplayName(function.Name).WithMetadata(new FunctionEndpoint());
            if (trigger.Methods is { Length: > 0 } methods)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(methods.Select(m => m.ToUpperInvariant())));
            }
        }
        catch (RoutePatternException exception)
        {
            throw new InvalidOperationException($"Route '{route}' is malformed: {exception.Message}", exception);
        }
    }

    private async Task HandleAsync(HttpContext context, FunctionDescriptor function, AuthorizationLevel level)
    {
        if (!keys.Allow(context.Request, level, function.Name))
        {
            HttpLog.Refused(logger, function.Name);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var input = new InvocationInput(context.Request, RequestData.Of(context), context);
        var outcome = await invoker.InvokeAsync(function, input, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            Fail(context, outcome.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
        }
    }

    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
    }
}
