using Microsoft.Extensions.Options;

namespace SocialListening.Brands;

/// <summary>Makes the host refuse to start with a brand file that cannot be used.</summary>
internal sealed class BrandsOptionsValidator(IBrandQueryChecker queries) : IValidateOptions<BrandsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, BrandsOptions options)
    {
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
