using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>HTTP access for middleware and functions.</summary>
public static class FunctionContextExtensions
{
    internal const string HttpContextKey = "HttpRequestContext";

    /// <summary>Gives the request and response of an HTTP invocation.</summary>
    /// <param name="context">The invocation.</param>
    /// <returns>The HTTP context, or <see langword="null"/> when something else started the function.</returns>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var value) ? value as HttpContext : null;
}
