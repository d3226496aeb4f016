using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Privacy;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Makes or replaces the definition of a brand.</summary>
public sealed class PutBrandDefinitionFunction(BrandDefinitions definitions, AuthorPseudonymizer pseudonymizer)
{
    private const int MaxName = 200;

    /// <summary>
    /// <c>PUT /api/brands/{brandId}/definition</c> with an object as in a brand file. <c>If-Match</c> asks for the version that was
    /// read, <c>If-None-Match: *</c> for none. Idempotent: what is stored already stays as it is.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("PutBrandDefinition")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = "brands/{brandId}/definition")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!definitions.CanChange)
        {
            return DefinitionAnswer.OfFile(request);
        }

        var (condition, error) = BrandCondition.Read(request.Headers);
        var name = request.Headers[DefinitionAnswer.ChangedBy].ToString().Trim();
        if (error is not null || name.Length > MaxName)
        {
            return JsonAnswer.BadRequest(error ?? $"'{DefinitionAnswer.ChangedBy}' may have at most {MaxName} characters.");
        }

        var body = await BodyBytes.ReadAsync(request, IBrandStore.MaxBytes + 1, cancellationToken);
        if (body.Length > IBrandStore.MaxBytes)
        {
            return DefinitionAnswer.TooLarge();
        }

        var (met, expected) = await condition!.ResolveAsync(async () => (await definitions.GetAsync(brandId, cancellationToken)).Version);
        if (!met)
        {
            return DefinitionAnswer.Changed(expected ?? 0);
        }

        var editor = name.Length == 0 ? null : pseudonymizer.Pseudonym("brands", name);
        return DefinitionAnswer.Of(request, await definitions.PutAsync(brandId, body, expected, editor, cancellationToken));
    }
}
