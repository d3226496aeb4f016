using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Adaptation;

/// <summary>The words and pairs of neighbouring words of a text as hashes, each once. Links and handles of others say nothing.</summary>
internal static class AdaptationFeatures
{
    [ThreadStatic]
    private static TokenBuffer? _buffer;

    /// <summary>The features of a text, in no order that means anything.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyCollection<uint> Of(string text)
    {
        var buffer = _buffer ??= new TokenBuffer();
        Tokenizer.Read(text, buffer);
        var features = new HashSet<uint>(2 * buffer.Tokens.Length);
        uint before = 0;
        foreach (ref readonly var token in buffer.Tokens)
        {
            if (token.Kind is TokenKind.Link or TokenKind.Mention)
            {
                before = 0;
                continue;
            }

            features.Add(token.Hash);
            if (before != 0)
            {
                features.Add(FeatureHash.Pair(before, token.Hash));
            }

            before = token.Hash;
        }

        return features;
    }
}
