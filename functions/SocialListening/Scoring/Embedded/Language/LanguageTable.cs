namespace SocialListening.Scoring.Embedded.Language;

/// <summary>The languages the model knows, and which of them have sentiment weights of their own.</summary>
internal static class LanguageTable
{
    /// <summary>ISO 639-1 codes in the column order of the model. Hindi means Hindi in Latin letters too.</summary>
    public static readonly string[] Codes =
    [
        "ar", "de", "en", "es", "fr", "hi", "it", "pt", "nl", "bg", "cs", "da", "el", "fi", "he", "hr", "hu", "no",
        "pl", "ro", "ru", "sk", "sl", "sr", "sv", "tr",
    ];

    /// <summary>The first columns of <see cref="Codes"/>: languages with labelled sentiment.</summary>
    public const int SentimentLanguages = 8;

    /// <summary>Columns of sentiment weights: the languages, then French and English as people use them towards organisations.</summary>
    public const int WeightColumns = SentimentLanguages + 2;

    private const int English = 2;
    private const int French = 4;

    /// <summary>Answer for texts without words, or whose language is none of <see cref="Codes"/>.</summary>
    public const string Unknown = "und";

    /// <summary>The column of weights for posts to and about organisations in a language; -1 when there is none.</summary>
    public static int VoiceOf(int language) => language switch
    {
        French => SentimentLanguages,
        English => SentimentLanguages + 1,
        _ => -1,
    };

    /// <summary>
    /// The column of an ISO 639-1 code or of a tag that starts with one, in any case (<c>fr</c>, <c>pt-BR</c>); -1 when
    /// there is none.
    /// </summary>
    public static int IndexOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('-', '_');
        var code = end < 0 ? tag : tag[..end];
        for (var i = 0; i < Codes.Length; i++)
        {
            if (code.Equals(Codes[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return code.Equals("nb", StringComparison.OrdinalIgnoreCase) || code.Equals("nn", StringComparison.OrdinalIgnoreCase)
            ? Array.IndexOf(Codes, "no")
            : -1;
    }
}
