using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Lists a brand's alerts.</summary>
public sealed class GetAlertsFunction(IBrandCatalog catalog, IAlertStore alerts)
{
    /// <summary><c>GET /api/brands/{brandId}/alerts?status=open|ended&amp;limit=</c>, the newest onset first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetAlerts")]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/alerts")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        BrandQuestion.AnswerAsync(
            catalog,
            brandId,
            request,
            InsightsJsonContext.Default.AlertList,
            query => (Status: query.OneOf("status", ("open", AlertStatus.Open), ("ended", AlertStatus.Ended)), Limit: query.Number("limit", 50, 1, 1_000)),
            async (brand, asked) => new AlertList(await alerts.ListAsync(brand.Id, asked.Status, asked.Limit, cancellationToken)));
}
