using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Functions.Http;

namespace SocialListening.Functions;

/// <summary>Serves the description of the HTTP API.</summary>
public sealed class GetOpenApiFunction
{
    /// <summary><c>GET /api/openapi.json</c>: OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0).</summary>
    /// <param name="request">The request.</param>
#pragma warning disable CA1822 // Functions are instance methods throughout; the host makes the instance.
    [Function("GetOpenApi")]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) => new ContentResult
    {
        Content = OpenApiDocument.Text,
        ContentType = "application/json; charset=utf-8",
        StatusCode = StatusCodes.Status200OK,
    };
#pragma warning restore CA1822
}
