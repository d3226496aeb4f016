using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Insights;

namespace SocialListening.Functions;

/// <summary>Lists the brands that are listened for.</summary>
public sealed class GetBrandsFunction(IBrandCatalog catalog)
{
    /// <summary><c>GET /api/brands</c>.</summary>
    /// <param name="request">The request.</param>
    [Function("GetBrands")]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands")] HttpRequest request) =>
        JsonAnswer.Ok(
            new BrandList([
                .. catalog.Current.Brands.Values
                    .OrderBy(brand => brand.Id, StringComparer.Ordinal)
                    .Select(brand => new BrandEntry(brand.Id, brand.Name, brand.TimeZone, [.. brand.Sources.Select(source => source.Id)])),
            ]),
            InsightsJsonContext.Default.BrandList);
}
