using System.Text.Json;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>A request that the gateway refuses as a whole.</summary>
internal sealed class GatewayException(int status, string message, int subStatus = 0) : Exception(message)
{
    /// <summary>HTTP status of the refusal.</summary>
    public int Status => status;

    /// <summary>Sub-status, 0 for none.</summary>
    public int SubStatus => subStatus;

    /// <summary>How long the caller is told to wait, for 429 and 449.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A request that is malformed or breaks a limit.</summary>
    public static GatewayException BadRequest(string message, int subStatus = 0) => new(400, message, subStatus);

    /// <summary>A resource that is not there.</summary>
    public static GatewayException NotFound(string what) => new(404, $"Resource Not Found: {what}", what.StartsWith("owner", StringComparison.Ordinal) ? SubStatus1003 : 0);

    /// <summary>The refusal as an answer.</summary>
    public GatewayResponse ToResponse()
    {
        var response = new GatewayResponse(status, ErrorBody(status, Message)) { Charge = status is 404 or 400 ? 1 : 0 };
        if (subStatus != 0)
        {
            response.With(GatewayHeaders.SubStatus, subStatus);
        }

        if (RetryAfter is { } wait)
        {
            response.With(GatewayHeaders.RetryAfterMilliseconds, (long)wait.TotalMilliseconds);
        }

        return response;
    }

    private const int SubStatus1003 = 1003;

    /// <summary>The JSON body of an error.</summary>
    public static byte[] ErrorBody(int status, string message) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["code"] = CodeOf(status), ["message"] = message });

    private static string CodeOf(int status) => status switch
    {
        304 => "NotModified",
        400 => "BadRequest",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        408 => "RequestTimeout",
        409 => "Conflict",
        412 => "PreconditionFailed",
        413 => "RequestEntityTooLarge",
        429 => "TooManyRequests",
        449 => "RetryWith",
        503 => "ServiceUnavailable",
        _ => "InternalServerError",
    };
}
