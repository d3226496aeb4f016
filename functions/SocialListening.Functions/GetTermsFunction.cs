using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Insights;

namespace SocialListening.Functions;

/// <summary>Tells in which phrases people speak of a brand.</summary>
public sealed class GetTermsFunction(IBrandCatalog catalog, BrandTerms terms, TimeProvider time)
{
    /// <summary><c>GET /api/brands/{brandId}/terms?from=&amp;to=&amp;limit=</c>; the last 24 hours against those before unless told otherwise.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetTerms")]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/terms")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        BrandQuestion.AnswerAsync(
            catalog,
            brandId,
            request,
            InsightsJsonContext.Default.TermReport,
            query => (Window: query.Window(time.GetUtcNow(), TimeSpan.FromDays(1), TimeSpan.FromDays(93)), Limit: query.Number("limit", 20, 1, 100)),
            (brand, asked) => terms.CompareAsync(brand, asked.Window.From, asked.Window.To, asked.Limit, cancellationToken));
}
