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
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/timeline")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        BrandQuestion.AnswerAsync(
            catalog,
            brandId,
            request,
            InsightsJsonContext.Default.Timeline,
            query =>
            {
                var interval = query.OneOf("interval", ("1m", TimelineInterval.Minute), ("5m", TimelineInterval.FiveMinutes), ("1h", TimelineInterval.Hour), ("1d", TimelineInterval.Day)) ?? TimelineInterval.Hour;
                var longest = interval switch { TimelineInterval.Minute => 2, TimelineInterval.FiveMinutes => 14, TimelineInterval.Hour => 93, _ => 366 };
                var window = query.Window(time.GetUtcNow(), TimeSpan.FromDays(Math.Min(7, longest)), TimeSpan.FromDays(longest), interval == TimelineInterval.Minute ? TimeSpan.FromMinutes(1) : null);
                var terms = query.Number("terms", 0, 0, 20);
                if (terms > 0 && interval is TimelineInterval.Minute or TimelineInterval.FiveMinutes)
                {
                    query.Refuse("'terms' needs an interval of 1h or 1d: key phrases are kept by hours and days.");
                }

                return (Window: window, Interval: interval, Terms: terms);
            },
            (brand, asked) => insights.TimelineAsync(brand, asked.Window.From, asked.Window.To, asked.Interval, asked.Terms, cancellationToken));
}
