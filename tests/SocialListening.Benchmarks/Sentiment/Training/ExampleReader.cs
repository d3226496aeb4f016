using SocialListening.Scoring.Embedded.Sentiment;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Turns texts into features, by the product's own code.</summary>
internal sealed class ExampleReader(ValenceTable valences)
{
    private readonly TokenBuffer _buffer = new();
    private readonly GramBuffer _grams = new();

    /// <summary>The features of one word of a list, without the summary, which is made of the same list.</summary>
    public SparseExample ReadWord(string word, int language, int label, float weight)
    {
        var example = Read(word, language, label);
        Array.Clear(example.Summary);
        example.Weight = weight;
        example.IsText = false;
        return example;
    }

    /// <summary>The features of one text; <paramref name="source"/> adds a feature of its own, 0 for none.</summary>
    public SparseExample Read(string text, int language, int label, uint source = 0)
    {
        Tokenizer.Read(text, _buffer);
        _grams.Fill(_buffer);
        var tokens = _buffer.Tokens;
        var words = new List<uint>(2 * tokens.Length);
        var grams = new List<uint>(256);
        for (var i = 0; i < tokens.Length; i++)
        {
            words.Add(tokens[i].Hash);
            if (i > 0)
            {
                words.Add(FeatureHash.Pair(tokens[i - 1].Hash, tokens[i].Hash));
            }

            if (tokens[i].Kind == TokenKind.Word)
            {
                grams.AddRange(_grams.FromThree(i, tokens[i]));
            }
        }

        if (source != 0)
        {
            words.Add(FeatureHash.Mix(source));
        }

        var summary = new float[SummaryFeatures.Count];
        SummaryFeatures.Fill(tokens, language, valences, summary, new float[tokens.Length]);
        return new SparseExample { Words = [.. words], Grams = [.. grams], Summary = summary, Language = language, Label = label };
    }
}
