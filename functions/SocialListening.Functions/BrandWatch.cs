using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Brands;

namespace SocialListening.Functions;

/// <summary>
/// With the brands in the store: fills the store if it is to be filled and reads the brands before anything else starts, and looks
/// for changes while the host runs. An instance that cannot read them does not start, since it could do nothing but send back what
/// it receives; the platform starts it again. Once started it goes on with what it knows.
/// </summary>
internal sealed partial class BrandWatch(StoredBrandCatalog catalog, BrandSeed seed, IOptions<BrandsOptions> options, TimeProvider time, ILogger<BrandWatch> logger) : BackgroundService, IHostedLifecycleService
{
    private bool IsOn => options.Value.Source == BrandsSource.Store;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return;
        }

        try
        {
            await seed.RunAsync(cancellationToken);
            if ((await catalog.LookAsync(cancellationToken)).Brands.Count == 0)
            {
                Log.Empty(logger);
            }
        }
        catch (Exception failure) when (failure is not BrandFileException && !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException("The brands cannot be read from the store (Brands:Source is store), and without them nothing can be listened for.", failure);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOn)
        {
            return;
        }

        using var tick = new PeriodicTimer(options.Value.ReloadInterval, time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await catalog.LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The catalog has told and counted it; the last brands stay in use, and the next tick looks again.
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8020, LogLevel.Warning, "No brand is defined in the store, so nothing is listened for. Add one with PUT /api/brands/BRAND/definition, with an admin key")]
        public static partial void Empty(ILogger logger);
    }
}
