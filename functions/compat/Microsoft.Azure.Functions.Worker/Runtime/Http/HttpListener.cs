using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Serves all HTTP functions on the loopback address.</summary>
/// <param name="functions">The functions.</param>
/// <param name="routes">Answers requests.</param>
/// <param name="services">The app's services.</param>
/// <param name="port">The port; 0 for any free one.</param>
/// <param name="prefix">What stands before every route.</param>
/// <param name="endpoint">Is told the address.</param>
/// <param name="loggers">Where to report to.</param>
internal sealed class HttpListener(
    IReadOnlyList<FunctionDescriptor> functions,
    HttpFunctionRoutes routes,
    IServiceProvider services,
    int port,
    string prefix,
    HttpEndpoint endpoint,
    ILoggerFactory loggers) : ITriggerListener, IDisposable
{
    private readonly KestrelServer _server = new(
        Options.Create(ServerOptions(services, port)),
        new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers),
        loggers);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(builder =>
        {
            foreach (var function in functions)
            {
                routes.Map(builder, function);
            }
        });
        var pipeline = app.Build();
        var contexts = services.GetRequiredService<IHttpContextFactory>();
        try
        {
            await _server.StartAsync(new RequestApplication(contexts, context => AnswerAsync(context, pipeline)), cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException($"Port {port} cannot be used: {exception.Message} Set 'Http:Port' to another one, or to 0 for any.", exception);
        }

        endpoint.Address = new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        HttpLog.Listening(loggers.CreateLogger<HttpListener>(), new Uri(endpoint.Address, prefix).ToString());
    }

    /// <inheritdoc/>
    public Task StopAsync() => _server.StopAsync(CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private static async Task AnswerAsync(HttpContext context, RequestDelegate pipeline)
    {
        await pipeline(context).ConfigureAwait(false);

        // The host routes by method too: a known route with another method is not found.
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed && context.GetEndpoint()?.Metadata.GetMetadata<FunctionEndpoint>() is null && !context.Response.HasStarted)
        {
            context.Response.Headers.Allow = default;
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static KestrelServerOptions ServerOptions(IServiceProvider services, int port)
    {
        var options = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        options.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
        options.Limits.MaxConcurrentConnections = 256;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        options.Listen(IPAddress.Loopback, port);
        return options;
    }
}
