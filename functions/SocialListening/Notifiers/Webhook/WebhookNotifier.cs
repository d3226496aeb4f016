using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using SocialListening.Contracts;
using SocialListening.Networking;
using SocialListening.Telemetry;

namespace SocialListening.Notifiers.Webhook;

/// <summary>
/// Posts alerts as JSON to an https address, signed (<see cref="WebhookSignature"/>) and with an <c>Idempotency-Key</c> of alert
/// id and revision. Addresses in private networks are refused unless a setting
/// allows them, and redirects are not followed.
/// </summary>
internal sealed class WebhookNotifier : INotifier
{
    private readonly IHttpClientFactory _clients;
    private readonly IConfiguration _secrets;
    private readonly ResiliencePipeline<HttpResponseMessage> _resilience;
    private readonly TimeProvider _time;

    public WebhookNotifier(IHttpClientFactory clients, IConfiguration secrets, IOptions<WebhookOptions> options)
        : this(clients, secrets, options, TimeProvider.System)
    {
    }

    // Calls go over a real network: they run on real time, also while a replay runs on its own.
    internal WebhookNotifier(IHttpClientFactory clients, IConfiguration secrets, IOptions<WebhookOptions> options, TimeProvider time)
    {
        _clients = clients;
        _secrets = secrets;
        _time = time;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.Value.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Value.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(response => response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError),
                OnRetry = static _ =>
                {
                    ListeningMetrics.Retried("webhook");
                    return default;
                },
            });
        }

        _resilience = builder.AddTimeout(options.Value.Timeout).Build();
    }

    public string Channel => "webhook";

    public IReadOnlyList<NotifierTarget> TargetsOf(Brand brand) =>
    [
        .. brand.Alerts
            .Where(recipient => recipient.Channel == Channel)
            .Select(recipient => new NotifierTarget($"webhook:{KeyOf(recipient.Url)}", recipient)),
    ];

    public async Task SendAsync(Alert alert, Brand brand, NotifierTarget target, CancellationToken cancellationToken)
    {
        var recipient = target.Recipient ?? throw new ArgumentException("A webhook needs a recipient.", nameof(target));
        var secret = _secrets[recipient.SecretSetting];
        if (string.IsNullOrEmpty(secret))
        {
            throw new NotificationException($"The setting '{recipient.SecretSetting}' with the webhook's signing secret is missing. Set it, then the alert is sent.");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(PayloadOf(alert, brand), WebhookJsonContext.Default.WebhookPayload);
        try
        {
            using var response = await _resilience.ExecuteAsync(
                async token => await PostAsync(recipient.Url, body, secret, alert, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new NotificationException($"The webhook at {recipient.Url.Host} answered {(int)response.StatusCode}. Check its address and that it accepts POST.");
            }
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            throw new NotificationException($"The webhook at {recipient.Url.Host} could not be reached: {e.GetBaseException().Message}", e);
        }
    }

    private static WebhookPayload PayloadOf(Alert alert, Brand brand)
    {
        var type = alert.Status == AlertStatus.Ended ? "alert.ended" : alert.Revision == 1 ? "alert.opened" : "alert.updated";
        return new WebhookPayload(type, brand.Name, AlertText.Summary(alert, brand), alert);
    }

    // Addresses may hold secrets in their path: only a hash is kept.
    private static string KeyOf(Uri url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)).AsSpan(0, 8));

    private async Task<HttpResponseMessage> PostAsync(Uri url, byte[] body, string secret, Alert alert, CancellationToken cancellationToken)
    {
        using var client = _clients.CreateClient(OutboundHttp.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Sign(secret, _time.GetUtcNow(), body));
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{alert.Id}:{alert.Revision}"));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }
}
