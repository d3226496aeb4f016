using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Http;

/// <summary>Answers about definitions of brands.</summary>
internal static class DefinitionAnswer
{
    /// <summary>The header that says who changes a definition, and who last did.</summary>
    public const string ChangedBy = "X-Changed-By";

    public static IActionResult Of(HttpRequest request, Versioned<BrandDefinition> stored)
    {
        var headers = request.HttpContext.Response.Headers;
        if (stored.Version > 0)
        {
            headers.ETag = BrandCondition.Tag(stored.Version);
            headers.LastModified = stored.Value!.UpdatedAtUtc.ToString("R", CultureInfo.InvariantCulture);
            if (stored.Value.UpdatedBy is { } editor)
            {
                headers[ChangedBy] = editor;
            }

            if (request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(headers.ETag.ToString()))
            {
                return new StatusCodeResult(StatusCodes.Status304NotModified);
            }
        }

        return Json(stored.Value!.Json, StatusCodes.Status200OK);
    }

    public static IActionResult Of(HttpRequest request, BrandChange change)
    {
        var headers = request.HttpContext.Response.Headers;
        if (change.Errors.Count > 0)
        {
            return Mistakes(change.Errors);
        }

        if (change.Write.Version > 0 && change.Write.Outcome != BrandWriteOutcome.Conflict)
        {
            headers.ETag = BrandCondition.Tag(change.Write.Version);
        }

        switch (change.Write.Outcome)
        {
            case BrandWriteOutcome.Created:
                headers.Location = $"{request.PathBase}{request.Path}";
                return Json(change.Json!, StatusCodes.Status201Created);
            case BrandWriteOutcome.Replaced or BrandWriteOutcome.Unchanged:
                return Json(change.Json!, StatusCodes.Status200OK);
            case BrandWriteOutcome.Deleted:
                return new StatusCodeResult(StatusCodes.Status204NoContent);
            case BrandWriteOutcome.Full:
                return JsonAnswer.Problem(
                    StatusCodes.Status409Conflict, "Too many brands", $"There are {IBrandStore.MaxBrands} brands already. Delete one, or run a second instance for the others.");
            case BrandWriteOutcome.Conflict:
                return Changed(change.Write.Version);
            default:
                return Unknown();
        }
    }

    public static IActionResult Changed(long version) => JsonAnswer.Problem(
        StatusCodes.Status412PreconditionFailed,
        "The definition is another one",
        version == 0 ? "There is no definition of this brand now." : $"Its ETag is {BrandCondition.Tag(version)} now. Read it again, and send that with If-Match.");

    public static IActionResult Unknown() => JsonAnswer.Problem(
        StatusCodes.Status404NotFound, "Unknown brand", "There is no definition of this brand. GET /api/brands lists the brands; PUT here adds this one, where brands are kept in the store.");

    public static IActionResult TooLarge() => JsonAnswer.Problem(
        StatusCodes.Status413PayloadTooLarge, "The definition is too large", $"The body may have at most {IBrandStore.MaxBytes} bytes.");

    /// <summary>For a brand file nothing can be put or deleted here.</summary>
    public static IActionResult OfFile(HttpRequest request)
    {
        request.HttpContext.Response.Headers.Allow = HttpMethods.Get;
        return JsonAnswer.Problem(
            StatusCodes.Status405MethodNotAllowed,
            "The brands come from a file",
            "Brands:Source is file: change the file in Brands:Path and start again, or set Brands:Source to store, which takes the brands of that file over once.");
    }

    private static ContentResult Mistakes(IReadOnlyList<BrandFileError> errors) => new()
    {
        Content = JsonSerializer.Serialize(
            new DefinitionProblem("about:blank", "The definition is not valid", StatusCodes.Status400BadRequest, string.Join(" ", errors), errors),
            ProblemJsonContext.Default.DefinitionProblem),
        ContentType = "application/problem+json; charset=utf-8",
        StatusCode = StatusCodes.Status400BadRequest,
    };

    private static ContentResult Json(string json, int status) => new() { Content = json, ContentType = "application/json; charset=utf-8", StatusCode = status };
}
