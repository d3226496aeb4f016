using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Turns what the server reads into HTTP contexts.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="handler">Answers a request.</param>
internal sealed class RequestApplication(IHttpContextFactory contexts, RequestDelegate handler) : IHttpApplication<HttpContext>
{
    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => contexts.Create(contextFeatures);

    /// <inheritdoc/>
    public Task ProcessRequestAsync(HttpContext context) => handler(context);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception) => contexts.Dispose(context);
}
