namespace SocialListening.Matching;

/// <summary>Writes a weakened query in a platform's syntax.</summary>
internal sealed class PlatformQueryWriter(PlatformSyntax syntax)
{
    /// <summary>Gives the search text; empty for everything and for nothing.</summary>
    public string Write(QueryNode node) => node switch
    {
        AndNode and => string.Join(' ', and.Children.Select(Nested)),
        OrNode or => Join(or.Children.SelectMany(c => c is TextTerm term ? Spellings(term) : [Nested(c)])),
        TextTerm term => Join(Spellings(term)),
        FieldTerm { Field: QueryField.Author } author => "from:" + author.Value,
        FieldTerm field => "lang:" + field.Value,
        _ => throw new ArgumentException($"A weakened query has no part {node.GetType().Name}.", nameof(node)),
    };

    private string Nested(QueryNode node)
    {
        bool parentheses = node switch
        {
            AndNode => true,
            OrNode => true,
            TextTerm term => Spellings(term).Count > 1,
            _ => false,
        };
        return parentheses ? $"({Write(node)})" : Write(node);
    }

    private string Join(IEnumerable<string> alternatives) => string.Join(syntax.Or, alternatives.Distinct(StringComparer.Ordinal));

    /// <summary>The ways in which a platform has to be asked for one term; a single one where it has no nested OR.</summary>
    private List<string> Spellings(TextTerm term)
    {
        switch (term)
        {
            case HashtagTerm tag:
                return [(syntax.Hashtags ? "#" : "") + tag.Original];
            case HandleTerm handle:
                return [syntax.Handles ? "@" + handle.Handle : handle.Handle.Split('@')[0]];
            case PhraseTerm phrase:
                string folded = string.Join(' ', phrase.Words);
                string original = phrase.Original.Trim().Replace("\"", " ", StringComparison.Ordinal);
                bool several = phrase.Words.Count > 1;
                string first = Quote(original);
                if (syntax.Shape != SearchShape.Nested)
                {
                    return [first];
                }

                List<string> spellings = [first];
                if (!syntax.IgnoresAccents && !string.Equals(FoldedText.Fold(original), original.ToLowerInvariant(), StringComparison.Ordinal))
                {
                    spellings.Add(Quote(folded));
                }

                if (several)
                {
                    spellings.Add((syntax.Hashtags ? "#" : "") + string.Concat(phrase.Words));
                }

                return spellings;
            default:
                throw new ArgumentException($"A query has no term {term.GetType().Name}.", nameof(term));
        }
    }

    private static string Quote(string words) => words.All(char.IsLetterOrDigit) && words is not ("AND" or "OR" or "NOT") ? words : $"\"{words}\"";
}
