using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Brands;

/// <summary>Fills a store that nothing was ever put into with the brands of the brand file.</summary>
public sealed partial class BrandSeed(IBrandStore store, IBrandQueryChecker queries, IOptions<BrandsOptions> options, TimeProvider time, ILogger<BrandSeed> logger)
{
    /// <summary>Fills the store if it is to be filled. Safe for several instances at once, and to be called again after a crash.</summary>
    /// <param name="cancellationToken">Cancels between writes.</param>
    /// <exception cref="BrandFileException">The store is to be filled, and the file is missing or has mistakes; tells all of them.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var path = options.Value.Path;
        if (path.Length == 0 || await store.IsFilledAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var (definitions, errors) = new BrandDefinitionReader(queries).ReadFile(BrandCatalog.Content(path));
        if (errors.Count > 0)
        {
            throw new BrandFileException(path, errors);
        }

        var now = time.GetUtcNow();
        if (await store.SeedAsync([.. definitions.Select(definition => new BrandDefinition(definition.Key, definition.Value, now))], cancellationToken).ConfigureAwait(false))
        {
            Log.Filled(logger, definitions.Count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8003, LogLevel.Information, "The store held no brand: {Brands} were put into it from the file in Brands:Path, which is not looked at any more")]
        public static partial void Filled(ILogger logger, int brands);
    }
}
