using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Takes a correction back, so that the score counts again.</summary>
public sealed class RestoreMentionFunction(IBrandCatalog catalog, IMentionCorrection store)
{
    /// <summary><c>DELETE /api/brands/{brandId}/mentions/{mentionId}/sentiment</c>. Idempotent: also for a mention that nobody corrected.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="mentionId">The mention's id.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("RestoreMention")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "brands/{brandId}/mentions/{mentionId}/sentiment")] HttpRequest request,
        string brandId,
        string mentionId,
        CancellationToken cancellationToken) => catalog.Current.Brands.ContainsKey(brandId)
            ? await CorrectionAnswer.CorrectAsync(store, brandId, mentionId, null, null, cancellationToken)
            : JsonAnswer.UnknownBrand(brandId);
}
