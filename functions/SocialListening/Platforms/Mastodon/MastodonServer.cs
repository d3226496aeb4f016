using System.Net.Http.Headers;
using System.Text.Json;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Mastodon;

/// <summary>Calls one Mastodon server for one source. Its text form shows no token.</summary>
internal sealed class MastodonServer(PlatformHttpClient http, Uri address, string? token, string credentialSetting)
{
    private static readonly PlatformProfile Profile = new()
    {
        Platform = Contracts.PlatformNames.Mastodon,
        MinimumSpacing = TimeSpan.FromSeconds(1),
        RateHeaders = new RateHeaders("X-RateLimit-Remaining", "X-RateLimit-Reset", ResetForm.Iso8601),
    };

    /// <summary>The server's host.</summary>
    public string Host => address.IdnHost;

    /// <summary>Whether calls carry a user's token.</summary>
    public bool HasToken => token is not null;

    /// <summary>Calls an address of the server.</summary>
    /// <param name="pathAndQuery">The path and query, both escaped.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer's JSON, to be disposed of by the caller, or the failure.</returns>
    public async Task<(JsonDocument? Json, FetchFailure? Failure)> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        var outcome = await http.SendAsync(
            new PlatformRequest
            {
                Profile = Profile,
                Uri = new Uri(address, pathAndQuery),
                Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token),
                CredentialHint = token is null
                    ? $"this server wants an account; set {credentialSetting}"
                    : $"the token of {credentialSetting} was revoked or lacks the scopes read:search read:statuses; make a new one",
            },
            cancellationToken);
        return outcome.Failure is { } failure ? (null, failure)
            : JsonFields.TryParse(outcome.Response!.Body) is { } json ? (json, null)
            : (null, FailureTexts.BadJson(Host));
    }

    public override string ToString() => Host;
}
