using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Adds what HTTP functions need.</summary>
internal sealed class HttpIntegration
{
    /// <summary>Adds services and the step that carries out HTTP results; again without effect.</summary>
    /// <param name="builder">The builder.</param>
    public static void AddTo(FunctionsApplicationBuilder builder)
    {
        if (builder.Services.Any(d => d.ServiceType == typeof(HttpIntegration)))
        {
            return;
        }

        var diagnostics = new DiagnosticListener("Microsoft.AspNetCore");
        builder.Services.TryAddSingleton(diagnostics);
        builder.Services.TryAddSingleton<DiagnosticSource>(diagnostics);
        builder.Services.AddSingleton<HttpIntegration>();
        builder.Services.TryAddSingleton<IHttpContextFactory, DefaultHttpContextFactory>();
        builder.Services.AddRouting();
        builder.Services.AddMvcCore();
        builder.Use(next => context => HttpResults.RunAsync(context, next));
    }
}
