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
    if (CommandLine.Read(args, out var mistake) is not { } asked)
    {
        await Console.Error.WriteLineAsync(mistake);
        return 1;
    }

    if (asked.Help)
    {
        Console.WriteLine(CommandLine.Usage);
        return 0;
    }

    var builder = FunctionsApplication.CreateBuilder(asked.Settings);
    builder.ConfigureFunctionsWebApplication();
    if (asked.Fresh && asked.BackTest is null)
    {
        builder.Configuration.AddInMemoryCollection([new("Storage:Fresh", "true")]);
    }

    builder.Services.AddSocialListening(builder.Configuration);

    // What stops the start is told below, once; afterwards the host reports as usual.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => running && level >= LogLevel.Warning);
    using var host = builder.Build();
    host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => running = true);
    host.Services.GetRequiredService<IStartupValidator>().Validate();
    if (asked.BackTest is { } backTest)
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
