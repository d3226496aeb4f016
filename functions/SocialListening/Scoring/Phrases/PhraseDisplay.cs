namespace SocialListening.Scoring.Phrases;

/// <summary>Writes a phrase as people read it.</summary>
internal static class PhraseDisplay
{
    private const int MaxLength = 7 * 65;

    [ThreadStatic]
    private static char[]? _shown;

    public static string Of(ReadOnlySpan<char> text, PhraseText words, PhraseSpan span)
    {
        var shown = _shown ??= new char[MaxLength];
        var length = 0;
        for (var i = span.First; i < span.First + span.Count; i++)
        {
            ref readonly var word = ref words.Words[i];
            if (i > span.First)
            {
                ref readonly var before = ref words.Words[i - 1];
                shown[length++] = JoinOf(text[(before.Start + before.Length)..word.Start]);
            }

            var form = word.ShowsNormalized ? words.Normalized.Slice(word.NormalStart, word.NormalLength) : text.Slice(word.Start, word.Length);
            form.CopyTo(shown.AsSpan(length));
            length += form.Length;
        }

        return new string(shown, 0, length);
    }

    private static char JoinOf(ReadOnlySpan<char> gap) =>
        gap is ['-' or '\u2010' or '\u2011'] ? '-' : gap is ['\'' or '\u2019'] ? '\'' : ' ';
}
