namespace SocialListening.Matching;

/// <summary>Whether what is known about a mention has a value.</summary>
internal sealed class FieldTest(FieldTerm term) : QueryTest
{
    private readonly string _foldedSite = term.Field == QueryField.Site ? SiteHost.Folded(term.Value) : "";

    /// <inheritdoc />
    public override bool Holds(MatchWorkspace work) => term.Field switch
    {
        QueryField.Platform => string.Equals(work.Mention.Platform, term.Value, StringComparison.Ordinal),
        QueryField.Lang => IsLanguage(work.Mention.Language),
        QueryField.Author => IsAuthor(work),
        _ => IsOnSite(work),
    };

    private bool IsLanguage(string? language) => language is not null
        && language.StartsWith(term.Value, StringComparison.OrdinalIgnoreCase)
        && (language.Length == term.Value.Length || language[term.Value.Length] is '-' or '_');

    private bool IsAuthor(MatchWorkspace work)
    {
        if (string.Equals(work.Mention.AuthorId, term.Value, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (work.Mention.AuthorHandle is not { Length: > 0 } handle)
        {
            return false;
        }

        string folded = FoldedText.Fold(handle);
        ReadOnlySpan<char> name = folded.AsSpan().TrimStart('@');
        const string Bluesky = ".bsky.social";
        int server = name.IndexOf('@');
        ReadOnlySpan<char> local = server >= 0 ? name[..server]
            : name.EndsWith(Bluesky, StringComparison.Ordinal) ? name[..^Bluesky.Length] : name;
        return name.SequenceEqual(term.Value) || local.SequenceEqual(term.Value);
    }

    private bool IsOnSite(MatchWorkspace work)
    {
        if (SiteHost.IsOn(work.Mention.Permalink, term.Value) || SiteHost.IsOn(FoldedText.Fold(work.Mention.Permalink), _foldedSite))
        {
            return true;
        }

        foreach (TextToken token in work.Text.Tokens)
        {
            if (token.Kind == TokenKind.Link && (SiteHost.IsOn(work.Text[token], term.Value) || SiteHost.IsOn(work.Text[token], _foldedSite)))
            {
                return true;
            }
        }

        return false;
    }
}
