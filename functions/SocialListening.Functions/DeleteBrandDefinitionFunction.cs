using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;

namespace SocialListening.Functions;

/// <summary>Deletes the definition of a brand, so that it is not listened for any more.</summary>
public sealed class DeleteBrandDefinitionFunction(BrandDefinitions definitions)
{
    /// <summary>
    /// <c>DELETE /api/brands/{brandId}/definition</c>, under <c>If-Match</c> if given. What is stored of the brand's mentions stays
    /// until retention or erasure removes it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("DeleteBrandDefinition")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = "brands/{brandId}/definition")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!definitions.CanChange)
        {
            return DefinitionAnswer.OfFile(request);
        }

        var (condition, error) = BrandCondition.Read(request.Headers);
        if (error is not null || condition!.None)
        {
            return JsonAnswer.BadRequest(error ?? "'If-None-Match' makes no sense here: what is not there cannot be deleted.");
        }

        var (met, expected) = await condition.ResolveAsync(async () => (await definitions.GetAsync(brandId, cancellationToken)).Version);
        return met ? DefinitionAnswer.Of(request, await definitions.DeleteAsync(brandId, expected, cancellationToken)) : DefinitionAnswer.Changed(expected ?? 0);
    }
}
