using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Queues;

namespace SocialListening.Functions;

/// <summary>Shows what was put aside, with the reasons and without the contents.</summary>
public sealed class GetPoisonFunction(PoisonReplay poison)
{
    /// <summary><c>GET /api/operations/poison/{queue}?max=</c>. Routes that begin with <c>admin</c> are the host's own.</summary>
    /// <param name="request">The request.</param>
    /// <param name="queue">The working queue.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetPoison")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "operations/poison/{queue}")] HttpRequest request, string queue, CancellationToken cancellationToken)
    {
        if (!QueueNames.All.Contains(queue))
        {
            return JsonAnswer.UnknownQueue();
        }

        var query = new QueryReader(request.Query);
        var max = query.Number("max", 32, 1, 32);
        return query.Error is { } error
            ? JsonAnswer.BadRequest(error)
            : JsonAnswer.Ok(await poison.ListAsync(queue, max, cancellationToken), InsightsJsonContext.Default.PoisonList);
    }
}
