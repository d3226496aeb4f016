using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocialListening.Platforms.Rss;

/// <summary>Finds what feeds have in common among XML elements.</summary>
internal static partial class FeedElements
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Rss1 = "http://purl.org/rss/1.0/";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Slash = "http://purl.org/rss/1.0/modules/slash/";
    public static readonly XNamespace Threads = "http://purl.org/syndication/thread/1.0";
    public static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>The element's text without space around it; <see langword="null"/> when there is none.</summary>
    public static string? ValueOf(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The number that an element holds; <see langword="null"/> when it holds none.</summary>
    public static long? Count(XElement? element) =>
        long.TryParse(ValueOf(element), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>A web address, resolved against <c>xml:base</c> and the feed's own; <see langword="null"/> for anything else.</summary>
    public static Uri? Link(XElement at, string? text, Uri feed)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var basis = feed;
        foreach (var xmlBase in at.AncestorsAndSelf().Reverse().Select(e => e.Attribute(XNamespace.Xml + "base")).OfType<XAttribute>())
        {
            basis = Uri.TryCreate(basis, xmlBase.Value, out var resolved) ? resolved : basis;
        }

        return Uri.TryCreate(basis, text.Trim(), out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) ? link : null;
    }

    /// <summary>A language tag in its usual form; <see langword="null"/> for what is none.</summary>
    public static string? Language(string? text) => text is not null && LanguageForm().IsMatch(text.Trim()) ? text.Trim() : null;

    /// <summary>The kind of an attachment by its media type or medium.</summary>
    public static string? MediaKind(string? type) => type?.Split('/')[0].Trim().ToLowerInvariant() switch
    {
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        null or "" => null,
        _ => "file",
    };

    [GeneratedRegex("^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageForm();
}
