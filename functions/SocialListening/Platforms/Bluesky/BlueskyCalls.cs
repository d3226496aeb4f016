using System.Net.Http.Headers;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Bluesky;

/// <summary>Makes XRPC calls and reads the error names of the AT Protocol.</summary>
internal sealed class BlueskyCalls(PlatformHttpClient http)
{
    private static readonly PlatformProfile Profile = new()
    {
        Platform = PlatformNames.Bluesky,
        MinimumSpacing = TimeSpan.FromSeconds(1),
        RateHeaders = new RateHeaders("RateLimit-Remaining", "RateLimit-Reset", ResetForm.EpochSeconds),
    };

    /// <summary>Calls a query.</summary>
    public Task<BlueskyAnswer> GetAsync(Uri server, string methodAndQuery, string? token, string hint, CancellationToken cancellationToken) => SendAsync(
        new PlatformRequest { Profile = Profile, Uri = new Uri(server, $"/xrpc/{methodAndQuery}"), Authorization = Bearer(token), CredentialHint = hint }, cancellationToken);

    /// <summary>Calls a procedure.</summary>
    public Task<BlueskyAnswer> PostAsync(Uri server, string method, string? token, byte[]? body, string hint, CancellationToken cancellationToken) => SendAsync(
        new PlatformRequest
        {
            Profile = Profile,
            Uri = new Uri(server, $"/xrpc/{method}"),
            Method = HttpMethod.Post,
            Authorization = Bearer(token),
            JsonBody = body,
            CredentialHint = hint,
        },
        cancellationToken);

    private async Task<BlueskyAnswer> SendAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var outcome = await http.SendAsync(request, cancellationToken);
        var host = request.Uri.IdnHost;
        if (outcome.Failure is { } failure)
        {
            var error = Error(outcome.Response);
            return new BlueskyAnswer(null, Classified(failure, error, host, request), error, outcome.Response is { IsHtml: true, Status: System.Net.HttpStatusCode.Forbidden });
        }

        return JsonFields.TryParse(outcome.Response!.Body) is { RootElement.ValueKind: JsonValueKind.Object } json
            ? new BlueskyAnswer(json, null, null, false)
            : new BlueskyAnswer(null, FailureTexts.BadJson(host), null, false);
    }

    private static FetchFailure Classified(FetchFailure failure, string? error, string host, PlatformRequest request) => error switch
    {
        "ExpiredToken" or "InvalidToken" or "AuthMissing" or "AuthenticationRequired" =>
            new FetchFailure(FailureClass.Auth, $"{host} refused the login ({error}); {request.CredentialHint}"),
        "AccountTakedown" or "AccountDeactivated" or "AccountSuspended" =>
            new FetchFailure(FailureClass.Permanent, $"{host} says that the account is closed ({error}); use another account"),
        "UpstreamFailure" or "UpstreamTimeout" =>
            new FetchFailure(FailureClass.Transient, $"{host} cannot reach the service behind it ({error}); it is tried again"),
        _ => failure,
    };

    // Only names that are plain words are passed on into messages.
    private static string? Error(PlatformResponse? response)
    {
        if (response is null || response.IsHtml)
        {
            return null;
        }

        using var json = JsonFields.TryParse(response.Body);
        return json?.RootElement.Text("error") is { Length: <= 40 } error && error.All(char.IsAsciiLetter) ? error : null;
    }

    private static AuthenticationHeaderValue? Bearer(string? token) => token is null ? null : new AuthenticationHeaderValue("Bearer", token);
}
