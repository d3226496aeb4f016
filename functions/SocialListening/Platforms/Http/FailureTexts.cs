using System.Globalization;
using System.Net;
using SocialListening.Contracts;

namespace SocialListening.Platforms.Http;

/// <summary>The words for what can go wrong on the way to a platform: each names the host and says what to do.</summary>
internal static class FailureTexts
{
    /// <summary>The host answered with a status that is no success.</summary>
    public static FetchFailure Status(PlatformRequest request, string host, HttpStatusCode status, bool html)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var page = html ? " with a web page" : "";
        return (int)status switch
        {
            401 => new(FailureClass.Auth, $"{host} answered 401{page}: the credentials are missing or refused; {Hint(request)}"),
            403 => new(FailureClass.Permanent, $"{host} answered 403{page}: it forbids this call to this account or network address; {Hint(request)}"),
            404 => new(FailureClass.Permanent, $"{host} answered 404{page}: there is nothing at this address; check the source's address and terms"),
            410 => new(FailureClass.Permanent, $"{host} answered 410{page}: the resource was removed for good; take the source out or give its new address"),
            400 or 422 => new(FailureClass.Permanent, $"{host} answered {code}{page}: it does not accept the query; check the source's terms"),
            408 => new(FailureClass.Transient, $"{host} answered 408: it waited too long for the call; it is tried again"),
            >= 300 and < 400 => new(FailureClass.Permanent, $"{host} answered {code}, a redirect that is not followed; give the source its final address"),
            >= 500 => new(FailureClass.Transient, $"{host} answered {code}{page}: it has a problem of its own; it is tried again"),
            _ => new(FailureClass.Permanent, $"{host} answered {code}{page}: it does not accept the call; check the source's address and terms"),
        };
    }

    /// <summary>The host asked for a pause.</summary>
    public static FetchFailure Throttled(string host, HttpStatusCode status, DateTimeOffset? until) => new(
        FailureClass.Throttle,
        $"{host} answered {((int)status).ToString(CultureInfo.InvariantCulture)}: too many calls; {(until is { } at ? $"it is called again after {Instant(at)}" : "it gave no time, so it is left alone for a while")}",
        until);

    /// <summary>The line before a host is too long to wait in.</summary>
    public static FetchFailure Held(string host, DateTimeOffset until) => new(
        FailureClass.Throttle,
        $"{host} is not called before {Instant(until)}, to stay within its rate limit; reading goes on then",
        until);

    /// <summary>Too many calls failed in a row.</summary>
    public static FetchFailure Broken(string host, DateTimeOffset until) => new(
        FailureClass.Transient,
        $"{host} failed too often and is left alone until {Instant(until)}; see its earlier failures",
        until);

    /// <summary>No answer came in time.</summary>
    public static FetchFailure TimedOut(string host, TimeSpan limit) => new(
        FailureClass.Transient,
        $"{host} did not answer within {limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s; it is tried again");

    /// <summary>No connection, or it broke.</summary>
    public static FetchFailure Unreachable(string host, HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => new(FailureClass.Transient, $"{host} cannot be found by DNS; check the spelling of the address and the network"),
        HttpRequestError.SecureConnectionError => new(FailureClass.Permanent, $"{host} offers no TLS connection that can be trusted; check its certificate, the address and this machine's clock"),
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse => new(FailureClass.Transient, $"{host} broke off its answer; it is tried again"),
        HttpRequestError.ConfigurationLimitExceeded => new(FailureClass.Permanent, $"{host} answered with headers larger than is read; check the source's address"),
        _ => new(FailureClass.Transient, $"{host} cannot be reached; check the address and the network, it is tried again"),
    };

    /// <summary>The address must not be called.</summary>
    public static FetchFailure Refused(string reason) => new(FailureClass.Permanent, $"the call was not made: {reason}");

    /// <summary>The answer is larger than is read.</summary>
    public static FetchFailure TooLarge(string host, int limit) => new(
        FailureClass.Permanent,
        $"{host} answered with more than {(limit / 1024).ToString(CultureInfo.InvariantCulture)} KiB; check the address, or raise {PlatformHttpOptions.SectionName}:{nameof(PlatformHttpOptions.MaxBodyBytes)}");

    /// <summary>The answer is of the wrong kind.</summary>
    public static FetchFailure WrongContent(string host, string mediaType, bool html) => new(
        FailureClass.Transient,
        html
            ? $"{host} answered a web page instead of JSON; the address may be wrong, or a proxy or maintenance page is in between"
            : $"{host} answered {SafeMediaType(mediaType)} instead of JSON; check the source's address");

    /// <summary>The answer is not the JSON that it should be.</summary>
    public static FetchFailure BadJson(string host) => new(
        FailureClass.Transient,
        $"{host} answered JSON that is cut off, nested too deeply or of an unknown shape; it is tried again, tell the developers if it stays");

    /// <summary>Credentials would travel unencrypted.</summary>
    public static FetchFailure PlainCredentials(string host) => new(
        FailureClass.Permanent,
        $"the call to {host} was not made: credentials are sent over https only; change the source's address");

    /// <summary>An instant as it stands in messages.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Hint(PlatformRequest request) => request.CredentialHint ?? "check the source's address and whether it needs an account";

    private static string SafeMediaType(string mediaType) =>
        mediaType.Length is > 0 and <= 60 && mediaType.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '+' or '-' or '.') ? mediaType : "an unknown content type";
}
