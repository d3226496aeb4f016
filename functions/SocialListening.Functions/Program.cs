using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using SocialListening.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
if (args.Contains("--fresh", StringComparer.Ordinal))
{
    builder.Configuration.AddInMemoryCollection([new("Storage:Fresh", "true")]);
}

builder.Services.AddSocialListening(builder.Configuration);
await builder.Build().RunAsync();
