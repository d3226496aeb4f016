using System.Globalization;
using System.IO.Compression;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter.Wire;

namespace Azure.Monitor.OpenTelemetry.Exporter.Sending;

/// <summary>Calls <c>POST /v2.1/track</c> on Azure.Core's pipeline: lines of JSON, compressed, with a token when there is an identity.</summary>
internal sealed class TrackClient
{
    private readonly HttpPipeline _pipeline;
    private readonly Uri _address;
    private readonly TimeProvider _time;

    /// <summary>Makes it.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="options">As whom and how. Its retries are switched off: what fails waits with the <see cref="Transmitter"/>.</param>
    /// <param name="time">The clock.</param>
    public TrackClient(IngestionTarget target, AzureMonitorExporterOptions options, TimeProvider time)
    {
        options.Retry.MaxRetries = 0;
        _address = new Uri(target.Endpoint, "v2.1/track");
        _time = time;
        var redirect = new RedirectionPolicy(time);
        _pipeline = options.Credential is { } credential
            ? HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, target.Scope), redirect)
            : HttpPipelineBuilder.Build(options, redirect);
    }

    /// <summary>Makes one call.</summary>
    /// <param name="call">What to send.</param>
    /// <returns>What became of it; never an exception for what the network or the service did.</returns>
    public TrackAnswer Send(TrackCall call)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Headers.Add("Content-Type", "application/x-json-stream");
        message.Request.Headers.Add("Content-Encoding", "gzip");
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Content = RequestContent.Create(Compress(call.Lines));
        try
        {
            _pipeline.Send(message, CancellationToken.None);
            return TrackAnswer.Of(call, message.Response.Status, message.Response.ContentStream is null ? null : message.Response.Content, RetryAfter(message.Response));
        }
#pragma warning disable CA1031 // Whatever kept the call from being answered, a token that was not to be had included, may pass.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new TrackAnswer(0, call.Lines);
        }
    }

    private static byte[] Compress(IReadOnlyList<byte[]> lines)
    {
        using var body = new MemoryStream();
        using (var gzip = new GZipStream(body, CompressionLevel.Fastest))
        {
            foreach (var line in lines)
            {
                gzip.Write(line);
                gzip.WriteByte((byte)'\n');
            }
        }

        return body.ToArray();
    }

    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment > _time.GetUtcNow()
            ? moment - _time.GetUtcNow()
            : null;
    }
}
