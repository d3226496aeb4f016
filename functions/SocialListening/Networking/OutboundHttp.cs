namespace SocialListening.Networking;

/// <summary>Names what the outgoing HTTP client leaves on a request.</summary>
internal static class OutboundHttp
{
    /// <summary>The name of the guarded client at <see cref="IHttpClientFactory"/>: no address outside the public internet, no cookies, no timeout of its own, no logs.</summary>
    public const string ClientName = "outbound";

    /// <summary>The most redirects that one call follows.</summary>
    public const int MaxRedirects = 5;

    /// <summary>Set on a request whose first redirects were permanent: where they lead.</summary>
    public static readonly HttpRequestOptionsKey<Uri> MovedTo = new("SocialListening.MovedTo");
}
