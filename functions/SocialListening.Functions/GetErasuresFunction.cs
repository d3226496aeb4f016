using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Shows the erasure ledger: what was asked for, when it was done, and how much it was.</summary>
public sealed class GetErasuresFunction(IErasureLedger ledger)
{
    /// <summary><c>GET /api/operations/erasures?key=&amp;status=open|any&amp;limit=</c>, the latest request first; with a key that entry alone.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetErasures")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "operations/erasures")] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var open = query.OneOf("status", ("open", true), ("any", false)) ?? false;
        var limit = query.Number("limit", 100, 1, 1_000);
        var key = query.ErasureKey("key");
        if (query.Error is { } error)
        {
            return JsonAnswer.BadRequest(error);
        }

        var entries = key is null
            ? await ledger.ListAsync(open, limit, cancellationToken)
            : (await ledger.GetAsync(key, cancellationToken)).Value is { } entry ? [entry] : [];
        return JsonAnswer.Ok(new ErasureList(entries), InsightsJsonContext.Default.ErasureList);
    }
}
