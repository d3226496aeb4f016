using System.Text.Json;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Bluesky;

/// <summary>A login. Its text form shows no token.</summary>
/// <param name="Did">The account's id.</param>
/// <param name="Server">The account's server (PDS), to which the tokens belong.</param>
/// <param name="AccessToken">For calls; short-lived.</param>
/// <param name="RefreshToken">For a new pair.</param>
/// <param name="IsActive">Whether the account may act.</param>
internal sealed record BlueskySession(string Did, Uri Server, string AccessToken, string RefreshToken, bool IsActive)
{
    /// <summary>Reads the answer to a login or a renewal; <see langword="null"/> when something needed is missing.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="fallback">The server to use when the answer names none.</param>
    public static BlueskySession? Read(JsonElement json, Uri fallback) =>
        json.Text("did") is { } did && json.Text("accessJwt") is { } access && json.Text("refreshJwt") is { } refresh
            ? new BlueskySession(did, ServerOf(json) ?? fallback, access, refresh, json.Flag("active") != false)
            : null;

    public override string ToString() => $"{Did} at {Server.IdnHost}";

    private static Uri? ServerOf(JsonElement json)
    {
        foreach (var service in json.Field("didDoc")?.Items("service") ?? [])
        {
            if (service.Text("id") is { } id && id.EndsWith("#atproto_pds", StringComparison.Ordinal)
                && Uri.TryCreate(service.Text("serviceEndpoint"), UriKind.Absolute, out var server) && server.Scheme == Uri.UriSchemeHttps)
            {
                return server;
            }
        }

        return null;
    }
}
