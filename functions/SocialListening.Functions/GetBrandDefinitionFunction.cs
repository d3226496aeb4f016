using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;

namespace SocialListening.Functions;

/// <summary>Shows the definition of a brand.</summary>
public sealed class GetBrandDefinitionFunction(BrandDefinitions definitions)
{
    /// <summary><c>GET /api/brands/{brandId}/definition</c>: JSON as it is stored, with its ETag; or as the brand file has it, without one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetBrandDefinition")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "brands/{brandId}/definition")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        await definitions.GetAsync(brandId, cancellationToken) is { Value: not null } stored ? DefinitionAnswer.Of(request, stored) : DefinitionAnswer.Unknown();
}
