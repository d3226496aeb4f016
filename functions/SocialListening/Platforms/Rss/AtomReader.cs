using System.Globalization;
using System.Xml.Linq;
using SocialListening.Platforms.Text;
using static SocialListening.Platforms.Rss.FeedElements;

namespace SocialListening.Platforms.Rss;

/// <summary>Reads Atom (RFC 4287) with threads (RFC 4685) and deleted entries (RFC 6721).</summary>
internal static class AtomReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="root">Its root element.</param>
    /// <param name="feed">Its address, for relative links.</param>
    public static FeedDocument Read(XElement root, Uri feed)
    {
        var skipped = new List<string>();
        var items = new List<FeedItem>();
        foreach (var entry in root.Elements(Atom + "entry"))
        {
            if (Entry(entry, root, feed) is { } read)
            {
                items.Add(read);
            }
            else
            {
                skipped.Add($"entry {(items.Count + skipped.Count + 1).ToString(CultureInfo.InvariantCulture)} has neither id nor text");
            }
        }

        return new FeedDocument
        {
            Items = items,
            Skipped = skipped,
            Deleted = [.. root.Elements(Tombstones + "deleted-entry").Select(e => e.Attribute("ref")?.Value.Trim()).OfType<string>().Where(id => id.Length > 0)],
            Next = LinkOf(root, "next", feed),
        };
    }

    private static FeedItem? Entry(XElement entry, XElement root, Uri feed)
    {
        var title = Construct(entry.Element(Atom + "title"));
        var body = Construct(entry.Element(Atom + "content"));
        body = body.Length > 0 ? body : Construct(entry.Element(Atom + "summary"));
        var id = ValueOf(entry.Element(Atom + "id"));
        var link = LinkOf(entry, "alternate", feed);
        if (id is null && link is null && title.Length + body.Length == 0)
        {
            return null;
        }

        var author = entry.Element(Atom + "author") ?? entry.Element(Atom + "source")?.Element(Atom + "author") ?? root.Element(Atom + "author");
        var published = FeedDates.Parse(ValueOf(entry.Element(Atom + "published")));
        var updated = FeedDates.Parse(ValueOf(entry.Element(Atom + "updated")));
        return new FeedItem
        {
            RawId = id ?? link?.AbsoluteUri ?? FeedIds.OfContent(title, body),
            Link = link,
            Text = PlainText.Join(title, body),
            Published = published ?? updated,
            Updated = published is null ? null : updated,
            AuthorName = PlainText.Line(ValueOf(author?.Element(Atom + "name"))),
            AuthorUri = author is null ? null : Link(author, ValueOf(author.Element(Atom + "uri")), feed)?.AbsoluteUri,
            Language = entry.AncestorsAndSelf().Select(e => Language(e.Attribute(XNamespace.Xml + "lang")?.Value)).FirstOrDefault(tag => tag is not null),
            InReplyTo = entry.Element(Threads + "in-reply-to")?.Attribute("ref")?.Value.Trim(),
            Replies = Count(entry.Element(Threads + "total")),
            MediaTypes = [.. entry.Elements(Atom + "link").Where(e => e.Attribute("rel")?.Value == "enclosure")
                .Select(e => MediaKind(e.Attribute("type")?.Value)).OfType<string>().Distinct()],
        };
    }

    private static Uri? LinkOf(XElement element, string relation, Uri feed)
    {
        var link = element.Elements(Atom + "link").FirstOrDefault(e => (e.Attribute("rel")?.Value ?? "alternate") == relation);
        return link is null ? null : Link(link, link.Attribute("href")?.Value, feed);
    }

    private static string Construct(XElement? element) => element?.Attribute("type")?.Value.Trim().ToLowerInvariant() switch
    {
        null or "text" or "text/plain" => PlainText.Clean(element?.Value),
        "html" or "text/html" => PlainText.FromHtml(element.Value),
        "xhtml" => PlainText.FromHtml(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))),
        _ => "",
    };
}
