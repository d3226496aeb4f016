using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Privacy.Erasing;

namespace SocialListening.Functions;

/// <summary>Takes a request to erase posts, or everything of one author, for every brand.</summary>
public sealed class RequestErasureFunction(ErasureRequests requests, TimeProvider time)
{
    /// <summary>
    /// <c>POST /api/operations/erasures</c> with <c>{"platform":…,"author":…,"reason":…}</c> or
    /// <c>{"platform":…,"posts":[…],"reason":…}</c>. Idempotent: asking again shows how far it is. The deleting goes on by itself.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("RequestErasure")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "operations/erasures")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (order, error) = await ErasureReader.ReadAsync(request, time.GetUtcNow(), cancellationToken);
        return order is null
            ? JsonAnswer.BadRequest(error!)
            : JsonAnswer.Accepted(new ErasureList(await requests.RequestAsync(order, cancellationToken)), InsightsJsonContext.Default.ErasureList);
    }
}
