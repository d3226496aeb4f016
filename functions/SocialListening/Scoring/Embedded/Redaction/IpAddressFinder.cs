using System.Net;
using System.Net.Sockets;

namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds IPv4 addresses of four decimal parts and IPv6 addresses.</summary>
internal static class IpAddressFinder
{
    private const int Longest = 45;

    /// <summary>Adds every address.</summary>
    public static void Find(string text, PiiSpans found)
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

            var isPartOfWord = (start > 0 && char.IsLetterOrDigit(text[start - 1])) || (i < text.Length && char.IsLetterOrDigit(text[i]));
            var length = text.AsSpan(start, i - start).TrimEnd(".:").Length;
            if (!isPartOfWord && length is >= 3 and <= Longest && IsAddress(text.AsSpan(start, length)))
            {
                found.Add(start, length, PiiKinds.IpAddress);
            }
        }
    }

    private static bool IsPart(char c) => char.IsAsciiHexDigit(c) || c is '.' or ':';

    private static bool IsAddress(ReadOnlySpan<char> part)
    {
        if (!IPAddress.TryParse(part, out var address))
        {
            return false;
        }

        // The parser also takes '1.2' and '7' for addresses.
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? part.Count(':') >= 2 && part.ContainsAnyInRange('0', '9')
            : part.Count('.') == 3;
    }
}
