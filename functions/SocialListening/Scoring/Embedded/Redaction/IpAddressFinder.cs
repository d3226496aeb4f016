using System.Net;
using System.Net.Sockets;

namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds IPv4 addresses of four decimal parts and IPv6 addresses.</summary>
internal static class IpAddressFinder
{
    private const int Longest = 45;

    /// <summary>Adds every address, without its port.</summary>
    public static void Find(string text, PiiSpans found)
    {
        FindSix(text, found);
        FindFour(text, found);
    }

    private static void FindFour(string text, PiiSpans found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '.')))
            {
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == '.'))
            {
                i++;
            }

            var part = text.AsSpan(start, i + 1 - start).TrimEnd('.');
            var end = start + part.Length;

            // The parser also takes '1.2' and '7' for addresses.
            if (part.Length <= Longest && part.Count('.') == 3 && (end == text.Length || !char.IsLetterOrDigit(text[end])) && IPAddress.TryParse(part, out _))
            {
                found.Add(start, part.Length, PiiKinds.IpAddress);
            }
        }
    }

    private static void FindSix(string text, PiiSpans found)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsPart(text[i]))
            {
                i++;
            }

            // 'IP:2001:…': what stands before the first colon belongs to the word.
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                var colon = text.AsSpan(start, i - start).IndexOf(':');
                start = colon < 0 ? i : start + colon + 1;
            }

            var isPartOfWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            var length = text.AsSpan(start, i - start).TrimEnd(".:").Length;
            if (!isPartOfWord && length is >= 3 and <= Longest && IsAddress(text.AsSpan(start, length)))
            {
                found.Add(start, length, PiiKinds.IpAddress);
            }
        }
    }

    private static bool IsPart(char c) => char.IsAsciiHexDigit(c) || c is '.' or ':';

    private static bool IsAddress(ReadOnlySpan<char> part) =>
        part.Count(':') >= 2
        && part.ContainsAnyInRange('0', '9')
        && IPAddress.TryParse(part, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;
}
