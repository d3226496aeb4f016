using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialListening.Insights;

namespace SocialListening.Functions.Http;

/// <summary>Makes the answers of the HTTP API: JSON written by the contracts' own serializer, problems by RFC 9457.</summary>
internal static class JsonAnswer
{
    // Letters of every script are written as they are: answers are UTF-8 and read by people too. What HTML gives a meaning stays escaped.
    private static readonly JsonSerializerOptions Readable = new(InsightsJsonContext.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IActionResult Ok<T>(T value, JsonTypeInfo<T> typeInfo) => Json(value, typeInfo, StatusCodes.Status200OK);

    public static IActionResult Accepted<T>(T value, JsonTypeInfo<T> typeInfo) => Json(value, typeInfo, StatusCodes.Status202Accepted);

    public static IActionResult Problem(int status, string title, string detail) => new ContentResult
    {
        Content = JsonSerializer.Serialize(new Problem("about:blank", title, status, detail), ProblemJsonContext.Default.Problem),
        ContentType = "application/problem+json; charset=utf-8",
        StatusCode = status,
    };

    public static IActionResult BadRequest(string detail) => Problem(StatusCodes.Status400BadRequest, "The request is not valid", detail);

    public static IActionResult UnknownQueue() =>
        Problem(StatusCodes.Status404NotFound, "Unknown queue", $"The queues are {string.Join(", ", Contracts.QueueNames.All)}.");

    public static IActionResult UnknownBrand(string brandId) =>
        Problem(StatusCodes.Status404NotFound, "Unknown brand", $"There is no brand '{(brandId.Length > 64 ? brandId[..64] : brandId)}'. GET /api/brands lists them.");

    private static ContentResult Json<T>(T value, JsonTypeInfo<T> typeInfo, int status) => new()
    {
        Content = JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeInfo.Type)),
        ContentType = "application/json; charset=utf-8",
        StatusCode = status,
    };
}
