using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Insights;

namespace SocialListening.Functions;

/// <summary>Tells what happened around a brand.</summary>
public sealed class GetStoriesFunction(IBrandCatalog catalog, BrandStories stories, TimeProvider time)
{
    /// <summary><c>GET /api/brands/{brandId}/stories?from=&amp;to=&amp;limit=</c>; the last 24 hours unless told otherwise.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetStories")]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/stories")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        BrandQuestion.AnswerAsync(
            catalog,
            brandId,
            request,
            InsightsJsonContext.Default.StoryReport,
            query => (Window: query.Window(time.GetUtcNow(), TimeSpan.FromDays(1), TimeSpan.FromDays(31)), Limit: query.Number("limit", 20, 1, 100)),
            (brand, asked) => stories.GroupAsync(brand, asked.Window.From, asked.Window.To, asked.Limit, cancellationToken));
}
