namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds e-mail addresses outwards from each @.</summary>
internal static class EmailFinder
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 253;

    /// <summary>Adds every address.</summary>
    public static void Find(string text, PiiSpans found)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < MaxLocal && IsLocal(text[start - 1]))
            {
                start--;
            }

            while (start < at && text[start] is '.' or '-' or '\'')
            {
                start++;
            }

            var end = DomainEnd(text, at + 1);
            var isHandle = start > 0 && text[start - 1] is '@' or '/';
            if (start < at && end > 0 && !isHandle)
            {
                found.Add(start, end - start, PiiKinds.Email);
            }
        }
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'' or '~' or '&';

    // The end of a host name with at least two labels, the last of two letters or more; 0 when there is none.
    private static int DomainEnd(string text, int start)
    {
        var end = start;
        var lastDot = -1;
        while (end < text.Length && end - start < MaxDomain)
        {
            var c = text[end];
            if (c == '.' && end > start && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))
            {
                lastDot = end;
            }
            else if (!char.IsLetterOrDigit(c) && c != '-')
            {
                break;
            }

            end++;
        }

        while (end > start && text[end - 1] == '-')
        {
            end--;
        }

        return lastDot > start && end - lastDot > 2 && char.IsLetter(text[lastDot + 1]) ? end : 0;
    }
}
