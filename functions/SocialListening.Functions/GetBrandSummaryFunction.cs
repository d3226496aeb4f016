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
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        BrandQuestion.AnswerAsync(
            catalog,
            brandId,
            request,
            InsightsJsonContext.Default.BrandSummary,
            query => query.Window(time.GetUtcNow(), TimeSpan.FromDays(1), TimeSpan.FromDays(93)),
            (brand, window) => insights.SummarizeAsync(brand, window.From, window.To, cancellationToken));
}
