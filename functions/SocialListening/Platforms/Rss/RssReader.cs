using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SocialListening.Platforms.Text;
using static SocialListening.Platforms.Rss.FeedElements;

namespace SocialListening.Platforms.Rss;

/// <summary>Reads RSS 2.0 and its elder forms (0.9x, 1.0).</summary>
internal static partial class RssReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="root">Its root element.</param>
    /// <param name="feed">Its address, for relative links.</param>
    public static FeedDocument Read(XElement root, Uri feed)
    {
        // RSS 1.0 lives in a namespace and keeps its items beside the channel.
        var space = root.Name == Rdf + "RDF" ? root.Elements().FirstOrDefault(e => e.Name.LocalName == "channel")?.Name.Namespace ?? Rss1 : root.Name.Namespace;
        var channel = root.Element(space + "channel")
            ?? throw new FeedFormatException("answered XML that calls itself RSS but has no channel; check the source's address", mayPass: false);
        var language = Language(ValueOf(channel.Element(space + "language")) ?? ValueOf(channel.Element(DublinCore + "language")));
        var site = Link(channel, ValueOf(channel.Element(space + "link")), feed) ?? feed;
        var skipped = new List<string>();
        var items = new List<FeedItem>();
        foreach (var item in channel.Elements(space + "item").Concat(root.Elements(space + "item")))
        {
            if (Item(item, space, site, language) is { } read)
            {
                items.Add(read);
            }
            else
            {
                skipped.Add($"item {(items.Count + skipped.Count + 1).ToString(CultureInfo.InvariantCulture)} has neither id nor text");
            }
        }

        return new FeedDocument
        {
            Items = items,
            Skipped = skipped,
            TimeToLive = Count(channel.Element(space + "ttl")) is { } minutes and <= 525_600 ? TimeSpan.FromMinutes(minutes) : null,
            SkipHours = (channel.Element(space + "skipHours")?.Elements(space + "hour") ?? [])
                .Select(Count).OfType<long>().Where(hour => hour is >= 0 and <= 24).Select(hour => (int)hour % 24).ToHashSet(),
            SkipDays = (channel.Element(space + "skipDays")?.Elements(space + "day") ?? [])
                .Select(day => Enum.TryParse<DayOfWeek>(ValueOf(day), ignoreCase: true, out var name) && Enum.IsDefined(name) ? name : (DayOfWeek?)null)
                .OfType<DayOfWeek>().ToHashSet(),
        };
    }

    private static FeedItem? Item(XElement item, XNamespace space, Uri site, string? language)
    {
        var title = PlainText.Decode(ValueOf(item.Element(space + "title")));
        var body = PlainText.FromHtml(ValueOf(item.Element(Content + "encoded")) ?? ValueOf(item.Element(space + "description")));
        var guid = item.Element(space + "guid");
        var linkText = ValueOf(item.Element(space + "link"));
        var date = ValueOf(item.Element(space + "pubDate")) ?? ValueOf(item.Element(DublinCore + "date"));
        if (ValueOf(guid) is null && linkText is null && title.Length + body.Length == 0)
        {
            return null;
        }

        var isLink = !string.Equals(guid?.Attribute("isPermaLink")?.Value.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        var link = Link(item, linkText, site) ?? (isLink ? Link(item, ValueOf(guid), site) : null);
        return new FeedItem
        {
            RawId = ValueOf(guid) ?? link?.AbsoluteUri ?? FeedIds.OfContent(title, date, title.Length == 0 ? body : null),
            Link = link,
            Text = PlainText.Join(title, body),
            Published = FeedDates.Parse(date),
            AuthorName = PlainText.Line(ValueOf(item.Element(DublinCore + "creator")) ?? PersonName(ValueOf(item.Element(space + "author")))),
            Language = language,
            Replies = Count(item.Element(Slash + "comments")),
            MediaTypes = [.. Attachments(item, space).OfType<string>().Distinct()],
        };
    }

    private static IEnumerable<string?> Attachments(XElement item, XNamespace space) =>
        item.Elements(space + "enclosure").Select(e => MediaKind(e.Attribute("type")?.Value))
            .Concat(item.Elements(Media + "content").Concat(item.Elements(Media + "group").Elements(Media + "content"))
                .Select(e => MediaKind(e.Attribute("medium")?.Value ?? e.Attribute("type")?.Value)));

    // 'mail@example.org (Name)' is the form of the specification; the mail address is not kept.
    private static string? PersonName(string? author)
    {
        if (author is null)
        {
            return null;
        }

        var match = MailForm().Match(author);
        return match.Success ? match.Groups["name"].Value : author.Contains('@', StringComparison.Ordinal) ? null : author;
    }

    [GeneratedRegex(@"^\S+@\S+\s*\((?<name>[^)]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex MailForm();
}
