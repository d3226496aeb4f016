using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Insights;

namespace SocialListening.Functions;

/// <summary>Gives a brand's counts over time.</summary>
public sealed class GetTimelineFunction(IBrandCatalog catalog, BrandInsights insights, TimeProvider time)
{
    /// <summary><c>GET /api/brands/{brandId}/timeline?from=&amp;to=&amp;interval=1m|5m|1h|1d&amp;terms=</c>; the last 7 days by the hour unless told otherwise.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetTimeline")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/timeline")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!catalog.Brands.TryGetValue(brandId, out var brand))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var query = new QueryReader(request.Query);
        var interval = query.OneOf("interval", ("1m", TimelineInterval.Minute), ("5m", TimelineInterval.FiveMinutes), ("1h", TimelineInterval.Hour), ("1d", TimelineInterval.Day)) ?? TimelineInterval.Hour;
        var longest = interval switch { TimelineInterval.Minute => 2, TimelineInterval.FiveMinutes => 14, TimelineInterval.Hour => 93, _ => 366 };
        var (from, to) = query.Window(time.GetUtcNow(), TimeSpan.FromDays(Math.Min(7, longest)), TimeSpan.FromDays(longest));
        var terms = query.Number("terms", 0, 0, interval is TimelineInterval.Hour or TimelineInterval.Day ? 20 : 0);
        return query.Error is { } error
            ? JsonAnswer.BadRequest(error)
            : JsonAnswer.Ok(await insights.TimelineAsync(brand, from, to, interval, terms, cancellationToken), InsightsJsonContext.Default.Timeline);
    }
}
