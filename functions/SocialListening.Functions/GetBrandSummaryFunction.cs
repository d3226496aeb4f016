using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Insights;

namespace SocialListening.Functions;

/// <summary>Sums up what was said of a brand.</summary>
public sealed class GetBrandSummaryFunction(IBrandCatalog catalog, BrandInsights insights, TimeProvider time)
{
    /// <summary><c>GET /api/brands/{brandId}?from=&amp;to=</c>; the last 24 hours unless told otherwise.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetBrandSummary")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!catalog.Brands.TryGetValue(brandId, out var brand))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var query = new QueryReader(request.Query);
        var (from, to) = query.Window(time.GetUtcNow(), TimeSpan.FromDays(1), TimeSpan.FromDays(93));
        return query.Error is { } error
            ? JsonAnswer.BadRequest(error)
            : JsonAnswer.Ok(await insights.SummarizeAsync(brand, from, to, cancellationToken), InsightsJsonContext.Default.BrandSummary);
    }
}
