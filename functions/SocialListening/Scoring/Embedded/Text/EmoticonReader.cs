namespace SocialListening.Scoring.Embedded.Text;

/// <summary>Recognises faces typed with punctuation, by their parts: eyes, an optional nose, a mouth.</summary>
internal static class EmoticonReader
{
    /// <summary>
    /// Reads a face at <paramref name="at"/>. Answers its length and its class sign, or 0 when there is none.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, int at, out char sign)
    {
        sign = '\0';
        var rest = text[at..];
        if (rest.Length < 2)
        {
            return 0;
        }

        var eyes = rest[0];
        if (eyes == '<')
        {
            return ReadHeart(rest, out sign);
        }

        if (eyes is '^' or '-' or 'T' or 'ಠ')
        {
            return ReadFlatFace(rest, out sign);
        }

        var isLetterEyes = eyes is 'x' or 'X';
        if (!isLetterEyes && eyes is not (':' or ';' or '=' or '8'))
        {
            return 0;
        }

        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) && (isLetterEyes || char.IsDigit(text[at - 1]) || eyes == '8')))
        {
            return 0;
        }

        var length = 1;
        var cries = false;
        if (rest[length] is '-' or 'o' or '^' && rest.Length > length + 1 && !isLetterEyes)
        {
            length++;
        }
        else if (rest[length] is '\'' or ',' or '’' && rest.Length > length + 1 && eyes != '8')
        {
            cries = true;
            length++;
        }

        sign = Mouth(eyes, rest[length], cries);
        if (sign == '\0')
        {
            return 0;
        }

        var mouth = rest[length++];
        if (char.IsLetterOrDigit(mouth) && length < rest.Length && char.IsLetterOrDigit(rest[length]) && rest[length] != mouth)
        {
            return 0;
        }

        while (length < rest.Length && rest[length] == mouth)
        {
            length++;
        }

        return length;
    }

    private static char Mouth(char eyes, char mouth, bool cries) => mouth switch
    {
        ')' or ']' or '}' or '>' when cries => Signs.Laugh,
        ')' or ']' or '}' or '>' or '3' when eyes == ';' => Signs.Wink,
        ')' or ']' or '}' => Signs.Smile,
        'D' or 'd' when eyes is not '8' => Signs.Laugh,
        'p' or 'P' or 'b' when eyes is not ('8' or 'x' or 'X') => Signs.Tongue,
        '*' when eyes is not '8' => Signs.Heart,
        '3' when eyes is ':' or '=' => Signs.Heart,
        '(' or '[' or '{' or '<' or 'c' when cries || eyes == ';' => Signs.Tears,
        '(' or '[' or '{' or 'c' when eyes is not ('x' or 'X' or '8') || mouth == '(' => Signs.Frown,
        '/' or '\\' or '|' or 's' or 'S' when eyes is ':' or '=' => Signs.Sceptical,
        'o' or 'O' or '0' when eyes is ':' or '=' => Signs.Surprise,
        _ => '\0',
    };

    private static int ReadHeart(ReadOnlySpan<char> rest, out char sign)
    {
        sign = Signs.Heart;
        if (rest[1] == '3')
        {
            var length = 2;
            while (length < rest.Length && rest[length] == '3')
            {
                length++;
            }

            return length;
        }

        sign = Signs.BrokenHeart;
        return rest.StartsWith("</3", StringComparison.Ordinal) ? 3 : 0;
    }

    private static int ReadFlatFace(ReadOnlySpan<char> rest, out char sign)
    {
        sign = Signs.Smile;
        if (rest.StartsWith("^^", StringComparison.Ordinal))
        {
            return 2;
        }

        if (rest.Length < 3)
        {
            return 0;
        }

        if (rest[0] == '^')
        {
            return rest[1] is '_' or '-' or '.' && rest[2] == '^' ? 3 : 0;
        }

        if (rest[0] == rest[2] && rest[1] is '_' or '.')
        {
            sign = rest[0] == 'T' ? Signs.Tears : Signs.Sceptical;
            return rest[0] == rest[2] ? 3 : 0;
        }

        return 0;
    }
}
