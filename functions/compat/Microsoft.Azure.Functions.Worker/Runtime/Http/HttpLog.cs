using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>What is logged about HTTP.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(60, LogLevel.Information, "HTTP functions at {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(61, LogLevel.Warning, "A request to '{Function}' had no valid key")]
    public static partial void Refused(ILogger logger, string function);
}
