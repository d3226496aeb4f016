using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Notifiers;
using SocialListening.Notifiers.Webhook;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Notifiers;

public sealed class WebhookNotifierTests
{
    private const string Secret = "s3cret-of-the-hook";
    private readonly List<(HttpRequestMessage Request, string Body)> _calls = [];
    private readonly Queue<HttpStatusCode> _answers = new();
    private Exception? _failure;

    [Fact]
    public async Task Send_SignsTheBodySoThatAReceiverCanCheckIt()
    {
        await SendAsync(Samples.Alert());
        var (request, body) = Assert.Single(_calls);
        var header = Assert.Single(request.Headers.GetValues("SocialListening-Signature"));
        var time = Samples.Noon.ToUnixTimeSeconds();
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
        Assert.Equal($"t={time},v1={expected}", header);
        Assert.Equal($"{Samples.Alert().Id}:1", Assert.Single(request.Headers.GetValues("Idempotency-Key")));
        GoldenFile.AssertEqual("webhook.json", body);
    }

    [Fact]
    public async Task Send_ServerErrorsInPassing_IsRepeatedWithTheSameKey()
    {
        _answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        _answers.Enqueue(HttpStatusCode.TooManyRequests);
        await SendAsync(Samples.Alert());
        Assert.Equal(3, _calls.Count);
        Assert.Single(_calls.Select(call => call.Request.Headers.GetValues("Idempotency-Key").Single()).Distinct());
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Send_Refusal_IsAClearErrorWithoutSecretsAndIsNotRepeatedAtOnce(HttpStatusCode status)
    {
        _answers.Enqueue(status);
        var error = await Assert.ThrowsAsync<NotificationException>(() => SendAsync(Samples.Alert()));
        Assert.Single(_calls);
        Assert.Contains("hooks.example.invalid", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-in-path", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Unreachable_TellsTheCauseAndNotToLookForIt()
    {
        _failure = new HttpRequestException("The SSL connection could not be established, see inner exception.", new InvalidOperationException("The certificate has expired."));

        var thrown = await Assert.ThrowsAsync<NotificationException>(() => SendAsync(Samples.Alert()));

        Assert.EndsWith("could not be reached: The certificate has expired.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SecretMissing_SaysWhichSettingToSet()
    {
        var error = await Assert.ThrowsAsync<NotificationException>(() => SendAsync(Samples.Alert(), secretSetting: "Webhooks:Missing"));
        Assert.Contains("Webhooks:Missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_HaveStableKeysWithoutTheAddress()
    {
        var notifier = Notifier();
        var target = Assert.Single(notifier.TargetsOf(BrandWithHook("Webhooks:Crisis")));
        Assert.Equal(target.Key, notifier.TargetsOf(BrandWithHook("Webhooks:Crisis"))[0].Key);
        Assert.DoesNotContain("token", target.Key, StringComparison.Ordinal);
    }

    private static Brand BrandWithHook(string secretSetting) => Samples.Brand() with
    {
        Alerts = [new AlertRecipient { Channel = "webhook", Url = new Uri("https://hooks.example.invalid/token-in-path"), SecretSetting = secretSetting }],
    };

    private Task SendAsync(Alert alert, string secretSetting = "Webhooks:Crisis")
    {
        var brand = BrandWithHook(secretSetting);
        var notifier = Notifier();
        return notifier.SendAsync(alert, brand, notifier.TargetsOf(brand)[0], CancellationToken.None);
    }

    private WebhookNotifier Notifier()
    {
        var secrets = new ConfigurationBuilder().AddInMemoryCollection([new("Webhooks:Crisis", Secret)]).Build();
        return new WebhookNotifier(new Clients(this), secrets, Options.Create(new WebhookOptions()), new SkippingClock());
    }

    /// <summary>A clock that stands at noon and whose waits end at once, so that retries need no real time.</summary>
    private sealed class SkippingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Samples.Noon;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime >= TimeSpan.FromSeconds(9) ? System.CreateTimer(callback, state, dueTime, period) : System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private sealed class Clients(WebhookNotifierTests test) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Handler(test));
    }

    private sealed class Handler(WebhookNotifierTests test) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._calls.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
            return test._failure is { } failure ? throw failure : new HttpResponseMessage(test._answers.TryDequeue(out var status) ? status : HttpStatusCode.OK);
        }
    }
}
