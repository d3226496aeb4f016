using SocialListening.Contracts;
using SocialListening.Scoring.Embedded.Intent;
using SocialListening.Scoring.Embedded.Text;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Scoring.Embedded;

/// <summary>Puts what the embedded scorer says of a text into the form that is stored.</summary>
internal static class MentionScores
{
    private const int LongestToken = 64;

    private static readonly PhraseExtractor Phrases = new();

    // Each set of intents as a list of names; there are few, and most texts have one of them.
    private static readonly IReadOnlyList<string>[] Names = [.. Enumerable.Range(0, 1 << IntentNames.All.Count).Select(NamesOf)];

    /// <summary>The whole score of a text, but for its target.</summary>
    /// <param name="text">The text that was scored.</param>
    /// <param name="tokens">Its tokens, as the scorer cut them.</param>
    /// <param name="score">What the scorer said of it.</param>
    /// <param name="engine">The engine's name and version.</param>
    public static MentionScore Of(string text, TokenBuffer tokens, in TextScore score, string engine) => new(
        score.Language, score.Sentiment, score.Negative, score.Neutral, score.Positive, engine)
    {
        Toxicity = MathF.Round(score.Toxicity, 3),
        Intents = Names[(int)IntentDetector.Detect(tokens, score)],
        TopTokens = TokensOf(text, score.TopTokens),
        KeyPhrases = Phrases.ExtractTexts(text, tokens, score.Language),
    };

    private static WeighedToken[] TokensOf(string text, in TokenWeights weights)
    {
        var count = 0;
        while (count < TokenWeights.Capacity && weights[count].Length > 0)
        {
            count++;
        }

        var tokens = new WeighedToken[count];
        for (var i = 0; i < count; i++)
        {
            var weight = weights[i];
            tokens[i] = new WeighedToken(text.Substring(weight.Start, Math.Min(weight.Length, LongestToken)), weight.Start, MathF.Round(weight.Weight, 3));
        }

        return tokens;
    }

    // The flags of Intents stand in the order of IntentNames.All.
    private static string[] NamesOf(int intents) => [.. IntentNames.All.Where((_, place) => (intents & (1 << place)) != 0)];
}
