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
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/stories")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!catalog.Brands.TryGetValue(brandId, out var brand))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var query = new QueryReader(request.Query);
        var (from, to) = query.Window(time.GetUtcNow(), TimeSpan.FromDays(1), TimeSpan.FromDays(31));
        var limit = query.Number("limit", 20, 1, 100);
        return query.Error is { } error
            ? JsonAnswer.BadRequest(error)
            : JsonAnswer.Ok(await stories.GroupAsync(brand, from, to, limit, cancellationToken), InsightsJsonContext.Default.StoryReport);
    }
}
