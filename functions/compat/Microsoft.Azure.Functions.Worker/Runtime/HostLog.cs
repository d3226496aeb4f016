using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What is logged about start and stop.</summary>
internal static partial class HostLog
{
    [LoggerMessage(80, LogLevel.Warning, "No functions found: none of the public methods has the [Function] attribute")]
    public static partial void NoFunctions(ILogger logger);

    [LoggerMessage(81, LogLevel.Debug, "{Count} functions started")]
    public static partial void Started(ILogger logger, int count);

    [LoggerMessage(82, LogLevel.Warning, "Work under way did not end within {Grace}: cancelled")]
    public static partial void GraceOver(ILogger logger, TimeSpan grace);

    [LoggerMessage(83, LogLevel.Error, "Cancelled work did not end: left behind")]
    public static partial void LeftBehind(ILogger logger);
}
