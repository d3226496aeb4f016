using System.Globalization;
using System.Text;

namespace SocialListening.Matching;

/// <summary>Writes a query in its normal form.</summary>
internal static class QueryPrinter
{
    private static readonly string[] Operators = ["AND", "OR", "NOT"];

    /// <summary>Gives text that reads back to an equal query.</summary>
    public static string Print(QueryNode node)
    {
        StringBuilder text = new();
        Write(text, node, nested: false);
        return text.ToString();
    }

    private static void Write(StringBuilder text, QueryNode node, bool nested)
    {
        switch (node)
        {
            case PhraseTerm phrase:
                WritePhrase(text, phrase);
                break;
            case HashtagTerm tag:
                text.Append('#').Append(tag.Tag).Append(tag.Prefix ? "*" : "");
                break;
            case HandleTerm handle:
                text.Append('@').Append(handle.Handle);
                break;
            case FieldTerm field:
                text.Append(field.Field.ToString().ToLowerInvariant()).Append(':').Append(field.Value);
                break;
            case NearNode near:
                Write(text, near.Left, nested: true);
                text.Append(CultureInfo.InvariantCulture, $" NEAR/{near.Distance} ");
                Write(text, near.Right, nested: true);
                break;
            case NotNode not:
                text.Append("NOT ");
                Write(text, not.Child, nested: true);
                break;
            case AndNode and:
                WriteList(text, and.Children, " ", nested);
                break;
            case OrNode or:
                WriteList(text, or.Children, " OR ", nested);
                break;
            default:
                throw new ArgumentException($"A query has no part {node.GetType().Name}.", nameof(node));
        }
    }

    private static void WritePhrase(StringBuilder text, PhraseTerm phrase)
    {
        string words = string.Join(' ', phrase.Words);
        bool quoted = !phrase.Prefix && (phrase.Words.Count > 1 || Operators.Contains(words.ToUpperInvariant()));
        text.Append(quoted ? "\"" : "").Append(phrase.Prefix ? string.Join('\'', phrase.Words) : words).Append(quoted ? "\"" : "").Append(phrase.Prefix ? "*" : "");
    }

    private static void WriteList(StringBuilder text, EquatableList<QueryNode> children, string separator, bool nested)
    {
        text.Append(nested ? "(" : "");
        for (int i = 0; i < children.Count; i++)
        {
            text.Append(i > 0 ? separator : "");
            Write(text, children[i], nested: true);
        }

        text.Append(nested ? ")" : "");
    }
}
