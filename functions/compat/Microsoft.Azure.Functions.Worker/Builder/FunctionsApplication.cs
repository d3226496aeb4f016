namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app starts.</summary>
public class FunctionsApplication
{
    /// <summary>Makes a builder with the usual configuration and logging.</summary>
    /// <param name="args">Command-line settings as <c>--Section:Key=value</c>.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
