using System.Text.RegularExpressions;
using SocialListening.Contracts;

namespace SocialListening.Matching;

/// <summary>Turns one piece of a query into a term.</summary>
internal static partial class QueryTermReader
{
    private static readonly string[] Fields = Enum.GetNames<QueryField>().Select(n => n.ToLowerInvariant()).ToArray();

    /// <summary>Reads a term.</summary>
    /// <exception cref="QuerySyntaxException">The piece is no term.</exception>
    public static QueryNode Read(QueryToken token)
    {
        if (token.Kind == QueryTokenKind.Quoted)
        {
            return Phrase(token, token.Text, prefix: false);
        }

        bool prefix = token.Text.Length > 1 && token.Text[^1] == '*';
        string text = prefix ? token.Text[..^1] : token.Text;
        if (text.Contains('*', StringComparison.Ordinal))
        {
            throw Error(token, text.IndexOf('*', StringComparison.Ordinal), "* stands inside the term", "* only at the end of a word or hashtag");
        }

        return text[0] switch
        {
            '#' or '＃' => Hashtag(token, text[1..], prefix),
            '@' or '＠' when !prefix => Handle(token, text[1..]),
            _ => FieldPattern().Match(text) is { Success: true } field && !prefix
                ? Field(token, field.Groups["name"].Value, field.Groups["value"].Value)
                : Phrase(token, text, prefix),
        };
    }

    private static PhraseTerm Phrase(QueryToken token, string text, bool prefix)
    {
        FoldedText folded = new();
        folded.ReadWords(text);
        if (folded.Tokens.Count == 0)
        {
            throw Error(token, 0, $"'{token.Text}' holds no letter or digit", "a word with letters or digits");
        }

        string[] words = folded.Tokens.Select(t => folded[t].ToString()).ToArray();
        bool unspaced = folded.Tokens[^1].Kind == TokenKind.Run;
        return prefix && !unspaced && words[^1].Length < 2
            ? throw Error(token, 0, "the word before * is too short", "at least 2 letters before *")
            : new PhraseTerm(text, new(words), prefix && !unspaced);
    }

    private static HashtagTerm Hashtag(QueryToken token, string text, bool prefix)
    {
        FoldedText folded = new();
        folded.Read('#' + text);
        bool whole = folded.Tokens is [{ Kind: TokenKind.Hashtag } tag] && tag.Length >= (prefix ? 2 : 1)
            && FoldedText.Fold(text).Replace("_", "", StringComparison.Ordinal).Length == tag.Length;
        return whole
            ? new HashtagTerm(text, folded[folded.Tokens[0]].ToString(), prefix)
            : throw Error(token, 0, $"'{token.Text}' is no hashtag", "letters, digits and _ after #" + (prefix ? ", at least 2 before *" : ""));
    }

    private static HandleTerm Handle(QueryToken token, string text)
    {
        FoldedText folded = new();
        folded.Read('@' + text);
        return folded.Tokens is [{ Kind: TokenKind.Handle } handle] && handle.Length == FoldedText.Fold(text).Length
            ? new HandleTerm(text, folded[handle].ToString())
            : throw Error(token, 0, $"'{token.Text}' is no handle", "@name, @name@server or @name.domain");
    }

    private static FieldTerm Field(QueryToken token, string name, string value)
    {
        if (!Enum.TryParse(name, ignoreCase: true, out QueryField field) || !Fields.Contains(name.ToLowerInvariant()))
        {
            throw Error(token, 0, $"there is no field '{name}'", $"{string.Join(", ", Fields.Select(f => f + ":"))}; or quotes around the term to find it in the text");
        }

        string folded = FoldedText.Fold(value);
        (bool valid, string expected) = field switch
        {
            QueryField.Lang => (LanguagePattern().IsMatch(folded), "a language tag such as lang:fr or lang:pt-br"),
            QueryField.Platform => (PlatformNames.Known.Contains(folded), $"one of {string.Join(", ", PlatformNames.Known.Order(StringComparer.Ordinal))}"),
            QueryField.Author => (AuthorPattern().IsMatch(folded), "a handle or an author id, such as author:name"),
            _ => (SiteHost.TryNormalise(value.ToLowerInvariant(), out folded), "a host such as site:example.org"),
        };
        return valid
            ? new FieldTerm(field, field == QueryField.Author ? folded.TrimStart('@') : folded)
            : throw Error(token, name.Length + 1, $"'{value}' is no value of {name}:", expected);
    }

    private static QuerySyntaxException Error(QueryToken token, int offset, string message, string expected) =>
        new(new QueryError(token.Column + offset, message, expected));

    [GeneratedRegex("^(?<name>[A-Za-z]+):(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FieldPattern();

    [GeneratedRegex("^[a-z]{2,3}(-[a-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguagePattern();

    [GeneratedRegex("^@?[^\\s@\"()*“”„«][^\\s\"()*“”„«]*$", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorPattern();
}
