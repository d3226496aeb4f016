using System.Buffers;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Target;

/// <summary>Cuts a text at punctuation and at words that oppose or compare.</summary>
internal static class Clauses
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(".!?…;,:\n()–—«»\"");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…\n:«\"");

    // French, English, German, Spanish, Italian, Portuguese.
    private static readonly HashSet<uint> Turns =
    [
        .. "mais alors tandis contrairement que than but while whereas unlike although aber während als pero mientras ma mentre mas enquanto"
            .Split(' ').Select(word => FeatureHash.Word(word)),
    ];

    /// <summary>The clauses in the order of the text.</summary>
    public static List<Clause> Read(string text, TokenBuffer buffer, IReadOnlyList<Range> targets)
    {
        var clauses = new List<Clause>();
        int start = 0, words = 0, end = 0;
        bool target = false, other = false, wasTarget = false, opensSentence = true;
        foreach (var token in buffer.Tokens)
        {
            var gap = text.AsSpan(end, token.Start - end);
            var isTarget = IsTarget(token, targets, text.Length);
            var turns = token.Kind == TokenKind.Word && !isTarget && Turns.Contains(token.Hash);
            if ((turns || gap.ContainsAny(Breaks) || token.Kind == TokenKind.Mark) && words > 0)
            {
                clauses.Add(new Clause(start, token.Start - start, words, target, other));
                (start, words, target, other, wasTarget) = (token.Start, 0, false, false, false);
            }

            opensSentence |= gap.ContainsAny(SentenceEnds) || token.Kind == TokenKind.Mark;
            if (token.Kind is TokenKind.Word or TokenKind.Mention)
            {
                // A name of several words counts once, so that its length does not weigh.
                words += isTarget && wasTarget ? 0 : 1;
                target |= isTarget;
                other |= !isTarget && IsName(text, token, opensSentence);
                opensSentence = false;
                wasTarget = isTarget;
            }

            end = token.Start + token.Length;
        }

        if (words > 0)
        {
            clauses.Add(new Clause(start, Math.Min(text.Length, TokenBuffer.MaxCharacters) - start, words, target, other));
        }

        return clauses;
    }

    private static bool IsTarget(Token token, IReadOnlyList<Range> targets, int length)
    {
        foreach (var range in targets)
        {
            var start = range.Start.GetOffset(length);
            var end = range.End.GetOffset(length);
            if (token.Start < end && token.Start + token.Length > start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(string text, Token token, bool opensSentence) =>
        token.Kind == TokenKind.Mention
        || (token.Start > 0 && text[token.Start - 1] == '#')
        || (char.IsUpper(text[token.Start]) && !opensSentence && !token.IsShouted && token.Length > 2);
}
