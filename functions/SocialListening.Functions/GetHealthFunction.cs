using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Functions.Http;
using SocialListening.Insights;

namespace SocialListening.Functions;

/// <summary>Tells how sources and queues are doing. It names what is listened to and costs 24 queue operations, so it needs a key.</summary>
public sealed class GetHealthFunction(HealthReport report)
{
    /// <summary><c>GET /api/health</c>: 200 also when degraded, since the service answers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetHealth")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken) =>
        JsonAnswer.Ok(await report.MakeAsync(cancellationToken), InsightsJsonContext.Default.Health);
}
