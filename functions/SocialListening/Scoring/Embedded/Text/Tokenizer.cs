using System.Buffers;

namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// Cuts a post into words, pictographs, typed faces, exclamations, links and handles in one pass. Hashtags are cut
/// at capitals, digits and underscores. Lone surrogates are skipped. Does not allocate.
/// </summary>
internal static class Tokenizer
{
    private const int MaxWordCharacters = 64;

    private static readonly SearchValues<char> LinkEnds = SearchValues.Create(" \t\r\n\"<>\u00A0");

    /// <summary>Replaces what <paramref name="buffer"/> holds by the tokens of <paramref name="text"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, TokenBuffer buffer)
    {
        buffer.Clear();
        if (text.Length > TokenBuffer.MaxCharacters)
        {
            text = text[..TokenBuffer.MaxCharacters];
        }

        var at = 0;
        while (at < text.Length)
        {
            at += CharTable.Kind(text[at]) switch
            {
                CharKind.Letter => ReadLetters(text, at, buffer),
                CharKind.Digit => ReadDigits(text, at, buffer),
                CharKind.Pictograph => ReadPictograph(text, at, buffer),
                CharKind.Surrogate => ReadSurrogate(text, at, buffer),
                CharKind.Separator => ReadSeparator(text, at, buffer),
                _ => 1,
            };
        }
    }

    private static int ReadLetters(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        var link = LinkLength(text[at..]);
        if (link > 0)
        {
            buffer.AddSign(TokenKind.Link, Signs.Link, at, link);
            return link;
        }

        if (text[at] is 'x' or 'X' or 'T')
        {
            var face = ReadFace(text, at, buffer);
            if (face > 0)
            {
                return face;
            }
        }

        var length = WordLength(text, at, stopAtCapital: false);
        buffer.AddWord(text.Slice(at, length), at);
        return length;
    }

    private static int WordLength(ReadOnlySpan<char> text, int at, bool stopAtCapital)
    {
        var end = at + 1;
        while (end < text.Length && end - at < MaxWordCharacters)
        {
            var kind = CharTable.Kind(text[end]);
            if (kind is not (CharKind.Letter or CharKind.Dropped))
            {
                // "n't" is the one ending that stays with its word: it turns the meaning round.
                var keeps = kind == CharKind.Apostrophe && text[end - 1] is 'n' or 'N' && end + 1 < text.Length
                    && text[end + 1] is 't' or 'T'
                    && (end + 2 == text.Length || CharTable.Kind(text[end + 2]) != CharKind.Letter);
                return (keeps ? end + 2 : end) - at;
            }

            if (stopAtCapital && char.IsUpper(text[end]) && (char.IsLower(text[end - 1])
                || (end + 1 < text.Length && char.IsLower(text[end + 1]))))
            {
                break;
            }

            end++;
        }

        return end - at;
    }

    private static int ReadDigits(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        if (text[at] == '8')
        {
            var face = ReadFace(text, at, buffer);
            if (face > 0)
            {
                return face;
            }
        }

        var end = at + 1;
        while (end < text.Length && (CharTable.Kind(text[end]) == CharKind.Digit
            || (text[end] is '.' or ',' && end + 1 < text.Length && CharTable.Kind(text[end + 1]) == CharKind.Digit)))
        {
            end++;
        }

        buffer.AddSign(TokenKind.Number, Signs.Number, at, end - at);
        return end - at;
    }

    private static int ReadPictograph(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        buffer.AddEmoji(text.Slice(at, 1), at, 1);
        return 1;
    }

    private static int ReadSurrogate(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
        {
            return 1;
        }

        // Skin tones say nothing that matters here.
        if (text[at] == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF')
        {
            return 2;
        }

        buffer.AddEmoji(text.Slice(at, 2), at, 2);
        return 2;
    }

    private static int ReadSeparator(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        switch (text[at])
        {
            case '@':
                return ReadHandle(text, at, buffer);
            case '#':
                return ReadHashtag(text, at, buffer);
            case '!' or '?' or '؟' or '.' or '…':
                return ReadMarks(text, at, buffer);
            case ':' or ';' or '=' or '<' or '^' or '-':
                return Math.Max(1, ReadFace(text, at, buffer));
            default:
                return 1;
        }
    }

    private static int ReadFace(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        var length = EmoticonReader.Read(text, at, out var sign);
        if (length > 0)
        {
            buffer.AddSign(TokenKind.Emoticon, sign, at, length);
        }

        return length;
    }

    private static int ReadHandle(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        var end = at + 1;
        while (end < text.Length && (text[end] is '_' or '@' or '-' || char.IsLetterOrDigit(text[end])
            || (text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        if (end - at > 1)
        {
            buffer.AddSign(TokenKind.Mention, Signs.Mention, at, end - at);
        }

        return end - at;
    }

    private static int ReadHashtag(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            var kind = CharTable.Kind(text[end]);
            if (kind == CharKind.Letter)
            {
                var length = WordLength(text, end, stopAtCapital: true);
                buffer.AddWord(text.Slice(end, length), end);
                end += length;
            }
            else if (text[end] == '_' || kind is CharKind.Dropped or CharKind.Digit)
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end - at;
    }

    private static int ReadMarks(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        var end = at;
        var exclamations = 0;
        var questions = 0;
        var dots = 0;
        while (end < text.Length && text[end] is '!' or '?' or '؟' or '.' or '…')
        {
            switch (text[end++])
            {
                case '!':
                    exclamations++;
                    break;
                case '.':
                    dots++;
                    break;
                case '…':
                    dots += 3;
                    break;
                default:
                    questions++;
                    break;
            }
        }

        var sign = (exclamations, questions, dots) switch
        {
            ( > 0, > 0, _) => Signs.Interrobang,
            ( > 1, _, _) => Signs.Exclamations,
            (1, _, _) => Signs.Exclamation,
            (_, > 1, _) => Signs.Questions,
            (_, 1, _) => Signs.Question,
            (_, _, > 1) => Signs.Ellipsis,
            _ => '\0',
        };
        if (sign != '\0')
        {
            buffer.AddSign(TokenKind.Mark, sign, at, end - at);
        }

        return end - at;
    }

    private static int LinkLength(ReadOnlySpan<char> rest)
    {
        var isLink = rest[0] is 'h' or 'H'
            ? rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("http/", StringComparison.OrdinalIgnoreCase)
                || (rest.StartsWith("http", StringComparison.Ordinal) && (rest.Length == 4 || rest[4] == ' '))
            : rest[0] is 'w' or 'W' && rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!isLink)
        {
            return 0;
        }

        var end = rest.IndexOfAny(LinkEnds);
        return end < 0 ? rest.Length : end;
    }
}
