using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SocialListening.Brands;

/// <summary>Registers the brands.</summary>
public static class BrandsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IBrandCatalog"/> over the file or the store that <see cref="BrandsOptions"/> names. A file with mistakes stops the
    /// host at its start, with all of them in the message. Needs an <see cref="IBrandQueryChecker"/>, and for the store an
    /// <see cref="Storage.IBrandStore"/> that is read before <see cref="IBrandCatalog.Current"/> is asked for. Idempotent.
    /// </summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddBrands(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<BrandsOptions>().BindConfiguration(BrandsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BrandsOptions>, BrandsOptionsValidator>());
        services.TryAddSingleton<StoredBrandCatalog>();
        services.TryAddSingleton<BrandSeed>();
        services.TryAddSingleton<BrandDefinitions>();
        services.TryAddSingleton<IBrandCatalog>(static provider => provider.GetRequiredService<IOptions<BrandsOptions>>() is { Value.Source: BrandsSource.File } options
            ? new BrandCatalog(options, provider.GetRequiredService<IBrandQueryChecker>())
            : provider.GetRequiredService<StoredBrandCatalog>());
        return services;
    }
}
