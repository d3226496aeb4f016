namespace SocialListening.Stories;

/// <summary>One number for all addresses of one page: scheme, 'www.', query, fragment and closing signs do not count.</summary>
internal static class LinkKey
{
    public static ulong Of(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://", StringComparison.Ordinal);
        link = scheme >= 0 ? link[(scheme + 3)..] : link;
        link = link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? link[4..] : link;
        var end = link.IndexOfAny('?', '#');
        link = (end >= 0 ? link[..end] : link).TrimEnd("/.,;:!)]}»…");
        var key = 0xCBF29CE484222325UL;
        foreach (var c in link)
        {
            key = (key ^ char.ToLowerInvariant(c)) * 0x100000001B3;
        }

        return key;
    }
}
