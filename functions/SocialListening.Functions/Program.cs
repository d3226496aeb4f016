using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Functions;
using SocialListening.Functions.Terminal;

var running = false;
try
{
    // A switch without a value would take the setting after it for its value, so it is read here.
    var fresh = args.Contains("--fresh", StringComparer.Ordinal);
    var settings = args;
    BackTestCommand? backTest = null;
    if (args is [BackTestCommand.Name, .. var options] && (backTest = BackTestCommand.Read(options, out settings, out var mistake)) is null)
    {
        await Console.Error.WriteLineAsync(mistake);
        return 1;
    }

    var builder = FunctionsApplication.CreateBuilder([.. settings.Where(argument => argument != "--fresh")]);
    builder.ConfigureFunctionsWebApplication();
    if (fresh && backTest is null)
    {
        builder.Configuration.AddInMemoryCollection([new("Storage:Fresh", "true")]);
    }

    builder.Services.AddSocialListening(builder.Configuration);

    // What stops the start is told below, once; afterwards the host reports as usual.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => running && level >= LogLevel.Warning);
    using var host = builder.Build();
    host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => running = true);
    host.Services.GetRequiredService<IStartupValidator>().Validate();
    if (backTest is not null)
    {
        return await backTest.RunAsync(host.Services, CancellationToken.None);
    }

    await host.RunAsync();
    return 0;
}
catch (Exception problem) when (!running && StartupProblem.Explain(problem) is { } lines)
{
    foreach (var line in lines)
    {
        await Console.Error.WriteLineAsync(line);
    }

    return 1;
}
