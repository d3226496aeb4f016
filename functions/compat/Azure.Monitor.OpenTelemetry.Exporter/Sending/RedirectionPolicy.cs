using System.Net.Http.Headers;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Monitor.OpenTelemetry.Exporter.Sending;

/// <summary>
/// Follows the service to another address (307, 308), ten times at most, and remembers it for as long as <c>Cache-Control</c>
/// says, else 12 hours. Never from https to anything else, since the token goes along.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class RedirectionPolicy(TimeProvider time) : HttpPipelinePolicy
{
    private const int Most = 10;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(12);

    private (Uri Address, DateTimeOffset Until)? _known;

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        UseKnown(message);
        ProcessNext(message, pipeline);
        for (var i = 0; i < Most && Next(message) is { } address; i++)
        {
            message.Request.Uri.Reset(address);
            ProcessNext(message, pipeline);
            Remember(address, message.Response);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        UseKnown(message);
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        for (var i = 0; i < Most && Next(message) is { } address; i++)
        {
            message.Request.Uri.Reset(address);
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            Remember(address, message.Response);
        }
    }

    private static Uri? Next(HttpMessage message) =>
        message.Response.Status is 307 or 308
        && message.Response.Headers.TryGetValue("Location", out var text)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && message.Request.Uri.Scheme == Uri.UriSchemeHttp))
            ? address
            : null;

    private void UseKnown(HttpMessage message)
    {
        if (_known is var (address, until) && time.GetUtcNow() < until)
        {
            message.Request.Uri.Reset(address);
        }
    }

    private void Remember(Uri address, Response response) => _known = (
        address,
        time.GetUtcNow() + (response.Headers.TryGetValue("Cache-Control", out var text) && CacheControlHeaderValue.TryParse(text, out var cache) && cache.MaxAge is { } age ? age : Remembered));
}
