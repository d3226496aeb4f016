using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Privacy;
using SocialListening.Scoring.Embedded.Redaction;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Puts a person's word on the tone of a mention above its score.</summary>
public sealed class CorrectMentionFunction(IBrandCatalog catalog, IMentionCorrection store, AuthorPseudonymizer pseudonymizer, PiiRedactor redactor, TimeProvider time)
{
    private readonly CorrectionReader _reader = new(pseudonymizer, redactor, time);

    /// <summary><c>POST /api/brands/{brandId}/mentions/{mentionId}/sentiment</c> with <c>{"sentiment":…,"note":…,"by":…,"revision":…}</c>; only the first is required. Idempotent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="mentionId">The mention's id.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("CorrectMention")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "brands/{brandId}/mentions/{mentionId}/sentiment")] HttpRequest request,
        string brandId,
        string mentionId,
        CancellationToken cancellationToken)
    {
        if (!catalog.Current.Brands.ContainsKey(brandId))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var (correction, revision, error) = await _reader.ReadAsync(request, cancellationToken);
        return error is null
            ? await CorrectionAnswer.CorrectAsync(store, brandId, mentionId, correction, revision, cancellationToken)
            : JsonAnswer.BadRequest(error);
    }
}
