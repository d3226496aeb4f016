using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Azure.Functions.Worker.Runtime.Http;
using Microsoft.Azure.Functions.Worker.Runtime.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Adds what runs the functions to an app's services.</summary>
internal static class FunctionsRuntime
{
    /// <summary>Adds the services; tests put a <see cref="FunctionSource"/>, <see cref="HostSettings"/> or <see cref="HostClock"/> of their own before.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="middleware">The steps of the pipeline in the order they were added.</param>
    public static void AddTo(HostApplicationBuilder builder, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        var services = builder.Services;
        var options = RuntimeOptionsReader.Read(builder.Configuration);
        services.TryAddSingleton(_ => FunctionSource.Of(Assembly.GetEntryAssembly()!));
        services.TryAddSingleton(provider => HostJson.Read(AppContext.BaseDirectory, provider.GetRequiredService<IConfiguration>().GetSection(HostJson.OverridesSection)));
        services.TryAddSingleton(new HostClock(TimeProvider.System));
        services.AddSingleton(options);
        services.AddSingleton<SettingNames>();
        services.AddSingleton<InvocationLifetime>();
        services.AddSingleton<OutputSender>();
        services.AddSingleton(new FunctionExecution(middleware));
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<HttpEndpoint>();
        services.AddSingleton<ListenerFactory>();
        services.AddHostedService<FunctionsHostedService>();
        services.PostConfigure<HostOptions>(host =>
        {
            var least = options.ShutdownGrace + (2 * RuntimeOptions.Unwind);
            host.ShutdownTimeout = host.ShutdownTimeout < least ? least : host.ShutdownTimeout;
        });
    }
}
