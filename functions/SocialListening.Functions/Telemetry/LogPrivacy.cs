using OpenTelemetry;
using OpenTelemetry.Logs;

namespace SocialListening.Functions.Telemetry;

/// <summary>
/// Takes out of log records what may quote posts, addresses or secrets, before any exporter sees them. The product's own records
/// hold ids and numbers; those of others keep their template and lose their values (an address may hold a key). A failure keeps
/// types and stack, not the message, which may quote what it failed on.
/// </summary>
internal sealed class LogPrivacy : BaseProcessor<LogRecord>
{
    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } failure and not WithheldFailure)
        {
            data.Exception = new WithheldFailure(failure);
        }

        if (!data.CategoryName?.StartsWith(nameof(SocialListening), StringComparison.Ordinal) ?? true)
        {
            var template = data.Attributes?.FirstOrDefault(attribute => attribute.Key == "{OriginalFormat}").Value as string;
            data.FormattedMessage = template ?? "(no template)";
            data.Body = data.FormattedMessage;
            data.Attributes = [];
        }
    }
}
