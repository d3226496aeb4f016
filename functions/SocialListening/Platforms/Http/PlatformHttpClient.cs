using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SocialListening.Contracts;
using SocialListening.Networking;

namespace SocialListening.Platforms.Http;

/// <summary>
/// Makes every call to every platform: within the platform's rate limit, repeated as far as that helps, bounded in time and size,
/// to public addresses only. What goes wrong comes back as a value; only a cancellation by the caller throws.
/// </summary>
internal sealed partial class PlatformHttpClient(
    IHttpClientFactory clients,
    PlatformPipelines pipelines,
    HostRateLimiter limiter,
    IOptions<PlatformHttpOptions> options,
    IOptions<NetworkOptions> network,
    TimeProvider time,
    ILogger<PlatformHttpClient> logger)
{
    private const int FailureBodyBytes = 64 * 1024;

    private readonly PlatformHttpOptions _options = options.Value;

    /// <summary>Makes a call.</summary>
    public async Task<HttpOutcome> SendAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        if (UrlGuard.Refusal(request.Uri, network.Value.AllowPrivateAddresses) is { } refusal)
        {
            return HttpOutcome.Failed(FailureTexts.Refused(refusal));
        }

        var host = request.Uri.IdnHost;
        if (request.Authorization is not null && request.Uri.Scheme != Uri.UriSchemeHttps && !network.Value.AllowPrivateAddresses)
        {
            return HttpOutcome.Failed(FailureTexts.PlainCredentials(host));
        }

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(PlatformPipelines.Repeatable, request.Method == HttpMethod.Get);
        var began = time.GetTimestamp();
        try
        {
            var attempt = await pipelines.For(request.Profile, host).ExecuteAsync(
                static async (context, state) => await state.Client.AttemptAsync(state.Request, context.CancellationToken),
                context,
                (Client: this, Request: request));
            return Logged(request, attempt.Outcome, began);
        }
        catch (BrokenCircuitException broken)
        {
            return Logged(request, HttpOutcome.Failed(FailureTexts.Broken(host, time.GetUtcNow() + (broken.RetryAfter ?? _options.BreakerPause))), began);
        }
        catch (TimeoutRejectedException timedOut)
        {
            return Logged(request, HttpOutcome.Failed(FailureTexts.TimedOut(host, timedOut.Timeout)), began);
        }
        catch (Exception exception) when (RefusalIn(exception) is not null)
        {
            return Logged(request, HttpOutcome.Failed(FailureTexts.Refused(RefusalIn(exception)!.Message)), began);
        }
        catch (HttpRequestException exception)
        {
            return Logged(request, HttpOutcome.Failed(FailureTexts.Unreachable(host, ErrorOf(exception))), began);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return Logged(request, HttpOutcome.Failed(FailureTexts.Unreachable(host, HttpRequestError.ResponseEnded)), began);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<PlatformAttempt> AttemptAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var host = request.Uri.IdnHost;
        if (!limiter.TryTake(request.Profile, host, _options.MaxInlineWait, _options.MaxTurnWait, out var notBefore))
        {
            return new PlatformAttempt(HttpOutcome.Failed(FailureTexts.Held(host, notBefore)));
        }

        var wait = notBefore - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        using var message = Message(request);
        using var response = await clients.CreateClient(OutboundHttp.ClientName).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var good = response.IsSuccessStatusCode || IsNotModified(request, response.StatusCode);
        var limit = good ? _options.MaxBodyBytes : Math.Min(FailureBodyBytes, _options.MaxBodyBytes);
        var (body, more) = await BodyReader.ReadAsync(response.Content, limit, cancellationToken);
        var answer = Answer(message, response, body);

        var now = time.GetUtcNow();
        var rate = RateReading.Of(response.Headers, request.Profile.RateHeaders, now);
        var throttled = response.StatusCode == HttpStatusCode.TooManyRequests
            || (response.StatusCode == HttpStatusCode.ServiceUnavailable && rate.RetryAt is not null);
        var until = rate.BlockedUntil(throttled);
        if (until is { } at)
        {
            limiter.Block(request.Profile, host, at);
        }
        else if (throttled)
        {
            limiter.Block(request.Profile, host, now + _options.DefaultThrottle);
        }

        var outcome = throttled ? HttpOutcome.Failed(FailureTexts.Throttled(host, response.StatusCode, until), answer)
            : !good ? HttpOutcome.Failed(FailureTexts.Status(request, host, response.StatusCode, answer.IsHtml), answer)
            : more ? HttpOutcome.Failed(FailureTexts.TooLarge(answer.Uri.IdnHost, _options.MaxBodyBytes))
            : HttpOutcome.Ok(answer);
        return new PlatformAttempt(Checked(request, outcome), response.StatusCode, throttled ? until : null);
    }

    private static HttpOutcome Checked(PlatformRequest request, HttpOutcome outcome)
    {
        if (outcome is not { Failure: null, Response: { } answer } || request.Expected != ExpectedContent.Json || answer.Status == HttpStatusCode.NotModified)
        {
            return outcome;
        }

        var json = answer.MediaType.Length == 0 || answer.MediaType is "application/json" or "text/json" || answer.MediaType.EndsWith("+json", StringComparison.Ordinal);
        return json && !answer.IsHtml ? outcome : HttpOutcome.Failed(FailureTexts.WrongContent(answer.Uri.IdnHost, answer.MediaType, answer.IsHtml), answer);
    }

    private static HttpRequestMessage Message(PlatformRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Uri);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.Authorization = request.Authorization;
        if (request.IfNoneMatch is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.IfNoneMatch);
        }

        if (request.IfModifiedSince is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.IfModifiedSince);
        }

        if (request.JsonBody is not null)
        {
            message.Content = new ByteArrayContent(request.JsonBody) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return message;
    }

    private static PlatformResponse Answer(HttpRequestMessage message, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var uri = message.RequestUri!;
        return new PlatformResponse
        {
            Status = response.StatusCode,
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', ' '),
            Body = body,
            Uri = uri,
            MovedTo = message.Options.TryGetValue(OutboundHttp.MovedTo, out var moved) ? moved : null,
            ETag = Verbatim(response.Headers, "ETag"),
            LastModified = Verbatim(response.Content.Headers, "Last-Modified"),
            MaxAge = response.Headers.CacheControl?.MaxAge,
            Links = response.Headers.TryGetValues("Link", out var links) ? LinkHeader.Read(links, uri) : new Dictionary<string, Uri>(),
        };
    }

    private static string? Verbatim(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static bool IsNotModified(PlatformRequest request, HttpStatusCode status) =>
        status == HttpStatusCode.NotModified && (request.IfNoneMatch ?? request.IfModifiedSince) is not null;

    private static RefusedAddressException? RefusalIn(Exception exception) =>
        exception as RefusedAddressException ?? exception.InnerException as RefusedAddressException;

    private static HttpRequestError ErrorOf(HttpRequestException exception) => exception.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => HttpRequestError.NameResolutionError,
        _ => exception.HttpRequestError,
    };

    private HttpOutcome Logged(PlatformRequest request, HttpOutcome outcome, long began)
    {
        var milliseconds = (long)time.GetElapsedTime(began).TotalMilliseconds;
        if (outcome.Failure is { } failure)
        {
            LogFailed(request.Profile.Platform, request.Uri.IdnHost, failure.Class, (int?)outcome.Response?.Status, milliseconds);
        }
        else
        {
            LogAnswered(request.Profile.Platform, request.Uri.IdnHost, (int)outcome.Response!.Status, outcome.Response.Body.Length, milliseconds);
        }

        return outcome;
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "{Platform} at {Host} answered {Status} with {Bytes} bytes in {Milliseconds} ms")]
    private partial void LogAnswered(string platform, string host, int status, int bytes, long milliseconds);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "{Platform} at {Host} failed as {FailureClass} with status {Status} in {Milliseconds} ms")]
    private partial void LogFailed(string platform, string host, FailureClass failureClass, int? status, long milliseconds);
}
