using Microsoft.Extensions.Options;

namespace SocialListening.Brands;

/// <summary>Makes the host refuse to start with a brand file that cannot be used.</summary>
internal sealed class BrandsOptionsValidator(IBrandQueryChecker queries) : IValidateOptions<BrandsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, BrandsOptions options)
    {
        if (options.Source == BrandsSource.Store)
        {
            // The file is read only by the instance that fills the store, and it may be gone once that is done.
            return ValidateOptionsResult.Success;
        }

        try
        {
            BrandCatalog.Load(options.Path, queries);
            return ValidateOptionsResult.Success;
        }
        catch (BrandFileException problem)
        {
            return ValidateOptionsResult.Fail(problem.Message);
        }
    }
}
