using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SocialListening.Platforms.Rss;

/// <summary>Finds the feed that a web page names.</summary>
internal static class FeedDiscovery
{
    private const int MaxHtml = 300_000;

    /// <summary>Gives the address of the first <c>link rel=alternate</c> to a feed; <see langword="null"/> without one.</summary>
    public static Uri? Find(string html, Uri page)
    {
        using var source = new TextSource(html.Length > MaxHtml ? html[..MaxHtml] : html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag, Name: "link" } link
                && link.GetAttribute("rel").Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase)
                && link.GetAttribute("type").Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml"
                && Uri.TryCreate(page, link.GetAttribute("href"), out var feed)
                && (feed.Scheme == Uri.UriSchemeHttps || feed.Scheme == Uri.UriSchemeHttp))
            {
                return feed;
            }
        }

        return null;
    }
}
