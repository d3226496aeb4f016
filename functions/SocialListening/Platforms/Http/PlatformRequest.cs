using System.Net.Http.Headers;

namespace SocialListening.Platforms.Http;

/// <summary>One call to a platform. Its text form shows neither query nor headers nor body.</summary>
internal sealed record PlatformRequest
{
    /// <summary>The platform's manners.</summary>
    public required PlatformProfile Profile { get; init; }

    /// <summary>Where to call.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The method. Default GET. Only GET is repeated after a failure.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>The Accept header. Default <c>application/json</c>.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>What the body of a good answer must be. Default <see cref="ExpectedContent.Json"/>.</summary>
    public ExpectedContent Expected { get; init; }

    /// <summary>Credentials; they are sent over https only, unless private addresses are allowed.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>What to look at when the host refuses the credentials, such as <c>check the setting Mastodon:AccessToken</c>.</summary>
    public string? CredentialHint { get; init; }

    /// <summary>The entity tag for If-None-Match, verbatim.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The date for If-Modified-Since, verbatim.</summary>
    public string? IfModifiedSince { get; init; }

    /// <summary>A JSON body; <see langword="null"/> for none.</summary>
    public byte[]? JsonBody { get; init; }

    public override string ToString() => $"{Method} {Uri.IdnHost}{Uri.AbsolutePath}";
}
