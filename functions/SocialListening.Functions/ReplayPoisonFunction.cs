using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Queues;

namespace SocialListening.Functions;

/// <summary>Moves what was put aside back to its queue, once its cause is mended.</summary>
public sealed class ReplayPoisonFunction(PoisonReplay poison)
{
    /// <summary><c>POST /api/operations/poison/{queue}/replay?max=</c>, the oldest first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="queue">The working queue.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away; what was moved stays moved.</param>
    [Function("ReplayPoison")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "operations/poison/{queue}/replay")] HttpRequest request, string queue, CancellationToken cancellationToken)
    {
        if (!QueueNames.All.Contains(queue))
        {
            return JsonAnswer.UnknownQueue();
        }

        var query = new QueryReader(request.Query);
        var max = query.Number("max", 100, 1, PoisonReplay.MaxMessages);
        return query.Error is { } error
            ? JsonAnswer.BadRequest(error)
            : JsonAnswer.Ok(await poison.ReplayAsync(queue, max, cancellationToken), InsightsJsonContext.Default.PoisonReplayResult);
    }
}
