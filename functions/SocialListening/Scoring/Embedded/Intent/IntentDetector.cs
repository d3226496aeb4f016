using SocialListening.Contracts;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Intent;

/// <summary>
/// Tells what an author wants, by phrases of French and English and by the sentiment. Phrases of both languages are
/// looked for in every text, since posts mix them; in other languages only question marks, and praise and complaint
/// by sentiment, are told. Rules: precise on plain wording, blind to irony and to what is only implied.
/// </summary>
public static class IntentDetector
{
    [ThreadStatic]
    private static TokenBuffer? _buffer;

    /// <summary>The intents of a text; <paramref name="score"/> is what the scorer said about the same text.</summary>
    public static Intents Detect(ReadOnlySpan<char> text, in TextScore score)
    {
        var buffer = _buffer ??= new TokenBuffer();
        Tokenizer.Read(text, buffer);
        return Detect(buffer, score);
    }

    /// <summary>The same for a text that is cut into tokens already.</summary>
    internal static Intents Detect(TokenBuffer buffer, in TextScore score)
    {
        var intents = IntentPhrases.Find(buffer.Tokens);
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (token.Kind == TokenKind.Mark && IsQuestion(buffer.Normalized[token.NormalStart]))
            {
                intents |= Intents.Question;
            }
        }

        return Settle(intents, score);
    }

    private static bool IsQuestion(char sign) => sign is Signs.Question or Signs.Questions or Signs.Interrobang;

    private static Intents Settle(Intents intents, in TextScore score)
    {
        if (score.Sentiment == SentimentLabel.Negative)
        {
            intents &= ~Intents.Praise;
            if (score.Negative >= ToneIntents.ClearTone)
            {
                intents |= Intents.Complaint;
            }
        }
        else if (score.Sentiment == SentimentLabel.Positive)
        {
            // 'Zero problems, thank you': words of complaint in a glad text.
            intents = score.Positive >= ToneIntents.ClearTone ? (intents & ~Intents.Complaint) | Intents.Praise : intents;
        }

        return intents;
    }
}
