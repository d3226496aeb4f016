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
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/alerts")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!catalog.Brands.ContainsKey(brandId))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var query = new QueryReader(request.Query);
        var status = query.OneOf("status", ("open", AlertStatus.Open), ("ended", AlertStatus.Ended));
        var limit = query.Number("limit", 50, 1, 1_000);
        return query.Error is { } error
            ? JsonAnswer.BadRequest(error)
            : JsonAnswer.Ok(new AlertList(await alerts.ListAsync(brandId, status, limit, cancellationToken)), InsightsJsonContext.Default.AlertList);
    }
}
