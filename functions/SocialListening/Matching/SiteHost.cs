using System.Globalization;

namespace SocialListening.Matching;

/// <summary>Host names as they are compared: lower case, in their ASCII form.</summary>
internal static class SiteHost
{
    private static readonly IdnMapping Idn = new();

    /// <summary>Reads a bare host.</summary>
    /// <param name="text">The host in lower case.</param>
    /// <param name="host">The ASCII form; the text itself when it is no host.</param>
    public static bool TryNormalise(string text, out string host)
    {
        host = text;
        if (text.Length is 0 or > 253 || Uri.CheckHostName(text) != UriHostNameType.Dns)
        {
            return false;
        }

        try
        {
            host = Idn.GetAscii(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The form that a host has in folded text, where accents are gone.</summary>
    public static string Folded(string host) => FoldedText.Fold(Idn.GetUnicode(host));

    /// <summary>Whether a link leads to a host or to one below it.</summary>
    /// <param name="link">The link, folded, with or without scheme.</param>
    /// <param name="site">The host, normalised.</param>
    public static bool IsOn(ReadOnlySpan<char> link, string site)
    {
        int scheme = link.IndexOf("://", StringComparison.Ordinal);
        ReadOnlySpan<char> host = scheme < 0 ? link : link[(scheme + 3)..];
        int end = host.IndexOfAny("/?#\\");
        host = end < 0 ? host : host[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        int port = host.IndexOf(':');
        host = (port < 0 ? host : host[..port]).TrimEnd(".,;!)");
        return EndsWith(host, site);
    }

    private static bool EndsWith(ReadOnlySpan<char> host, string site) => host.EndsWith(site, StringComparison.OrdinalIgnoreCase)
        && (host.Length == site.Length || host[host.Length - site.Length - 1] == '.');
}
