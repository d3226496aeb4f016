using Microsoft.Azure.Functions.Worker.Runtime.Http;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Ties HTTP functions to ASP.NET Core types.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>
    /// Lets HTTP functions take <c>HttpRequest</c> and return <c>IActionResult</c> or <c>IResult</c>. Calling it again changes
    /// nothing.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        HttpIntegration.AddTo(builder);
        return builder;
    }
}
