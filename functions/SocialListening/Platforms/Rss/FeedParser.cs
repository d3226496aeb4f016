namespace SocialListening.Platforms.Rss;

/// <summary>Reads a body as a feed, whichever its form.</summary>
internal static class FeedParser
{
    /// <summary>Reads a feed.</summary>
    /// <param name="text">The decoded body.</param>
    /// <param name="feed">Its address, for relative links.</param>
    /// <exception cref="FeedFormatException">It is no feed.</exception>
    public static FeedDocument Parse(string text, Uri feed)
    {
        var root = FeedXml.Load(text);
        return root.Name.LocalName switch
        {
            "feed" when root.Name.Namespace == FeedElements.Atom => AtomReader.Read(root, feed),
            "rss" => RssReader.Read(root, feed),
            "RDF" when root.Name.Namespace == FeedElements.Rdf => RssReader.Read(root, feed),
            _ => throw new FeedFormatException("answered XML that is neither RSS nor Atom; check the source's address", mayPass: false),
        };
    }
}
