using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SocialListening.Brands;

/// <summary>Registers the brands.</summary>
public static class BrandsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IBrandCatalog"/> over the file of <see cref="BrandsOptions"/>. A file with mistakes stops the host at its start,
    /// with all of them in the message. Needs an <see cref="IBrandQueryChecker"/>. Idempotent.
    /// </summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddBrands(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<BrandsOptions>().BindConfiguration(BrandsOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BrandsOptions>, BrandsOptionsValidator>());
        services.TryAddSingleton<IBrandCatalog>(static provider => new BrandCatalog(
            provider.GetRequiredService<IOptions<BrandsOptions>>(), provider.GetRequiredService<IBrandQueryChecker>()));
        return services;
    }
}
