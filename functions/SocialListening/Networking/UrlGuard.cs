using System.Net;

namespace SocialListening.Networking;

/// <summary>Checks an address as it is written, before any name is resolved.</summary>
internal static class UrlGuard
{
    /// <summary>Says why an address must not be called.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="allowPrivate">Whether addresses outside the public internet are allowed.</param>
    /// <returns>The reason, naming at most the host; <see langword="null"/> when nothing speaks against it.</returns>
    public static string? Refusal(Uri uri, bool allowPrivate)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            return "the address is not an absolute http or https URL";
        }

        if (uri.UserInfo.Length > 0)
        {
            return $"the URL for {uri.IdnHost} carries a user name or password; put credentials into the settings";
        }

        if (uri.IdnHost.Length == 0)
        {
            return "the URL names no host";
        }

        if (allowPrivate)
        {
            return null;
        }

        if (IPAddress.TryParse(uri.IdnHost, out var literal))
        {
            return AddressGuard.IsPublic(literal) ? null : Private(uri.IdnHost);
        }

        var name = uri.IdnHost.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? Private(uri.IdnHost)
            : null;
    }

    /// <summary>The reason given for a host that is not on the public internet.</summary>
    public static string Private(string host) =>
        $"{host} is not on the public internet; set {NetworkOptions.SectionName}:{nameof(NetworkOptions.AllowPrivateAddresses)} to true if it shall be called";
}
