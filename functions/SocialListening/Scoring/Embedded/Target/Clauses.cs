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
    /// <param name="text">The text.</param>
    /// <param name="buffer">Its tokens.</param>
    /// <param name="targets">Where the target is named, in the order of the text, without overlaps.</param>
    public static List<Clause> Read(string text, TokenBuffer buffer, IReadOnlyList<Range> targets)
    {
        var clauses = new List<Clause>();
        int next = 0, start = 0, words = 0, end = 0;
        bool target = false, other = false, wasTarget = false, opensSentence = true;
        foreach (var token in buffer.Tokens)
        {
            var gap = text.AsSpan(end, token.Start - end);
            var isTarget = IsTarget(token, targets, text.Length, ref next);
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

    // Tokens and targets stand in the order of the text, so each target is passed over once.
    private static bool IsTarget(Token token, IReadOnlyList<Range> targets, int length, ref int next)
    {
        while (next < targets.Count && targets[next].End.GetOffset(length) <= token.Start)
        {
            next++;
        }

        return next < targets.Count && targets[next].Start.GetOffset(length) < token.Start + token.Length;
    }

    private static bool IsName(string text, Token token, bool opensSentence) =>
        token.Kind == TokenKind.Mention
        || (token.Start > 0 && text[token.Start - 1] == '#')
        || (char.IsUpper(text[token.Start]) && !opensSentence && !token.IsShouted && token.Length > 2);
}
