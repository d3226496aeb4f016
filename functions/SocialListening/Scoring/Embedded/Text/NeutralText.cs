namespace SocialListening.Scoring.Embedded.Text;

/// <summary>
/// Takes names out of a text without moving the rest: what a name sounds like ('Solidarité', 'Bon Marché') is no opinion. Each
/// UTF-16 unit of a name becomes <see cref="Placeholder"/>, which ends words and phrases and adds nothing to any score, so that
/// a text scores alike whatever the name is, and offsets stay those of the original.
/// </summary>
internal static class NeutralText
{
    /// <summary>What stands in a name's place: a private-use character, which is neither letter, sign nor blank.</summary>
    public const char Placeholder = '\uE003';

    /// <summary>The text without the names; the same string when there is nothing to take out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Where the names stand. One within a handle is left: a handle is 'somebody' to the scorer, whoever it is.</param>
    public static string Of(string text, IReadOnlyList<Range> names)
    {
        char[]? neutral = null;
        foreach (var name in names)
        {
            var start = name.Start.GetOffset(text.Length);
            var end = name.End.GetOffset(text.Length);
            if (start < end && !IsInHandle(text, start))
            {
                neutral ??= text.ToCharArray();
                neutral.AsSpan(start..end).Fill(Placeholder);
            }
        }

        return neutral is null ? text : new string(neutral);
    }

    private static bool IsInHandle(string text, int at)
    {
        if (text[at] == '@')
        {
            return true;
        }

        while (--at >= 0 && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.'))
        {
        }

        return at >= 0 && text[at] == '@';
    }
}
