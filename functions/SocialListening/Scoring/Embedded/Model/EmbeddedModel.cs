using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Sentiment;

namespace SocialListening.Scoring.Embedded.Model;

/// <summary>The trained numbers, as <see cref="EmbeddedModelFile"/> reads and writes them.</summary>
internal sealed class EmbeddedModel
{
    /// <summary>Signed bytes in a row of <see cref="LanguageRows"/>: one for each language, and padding.</summary>
    public const int LanguageRowBytes = 32;

    /// <summary>Power of two of the number of language rows.</summary>
    public required int LanguageBits { get; init; }

    /// <summary>Language weights, one row after the other, in steps of <see cref="LanguageScale"/>.</summary>
    public required sbyte[] LanguageRows { get; init; }

    /// <summary>What one step of a language weight is worth.</summary>
    public required float LanguageScale { get; init; }

    /// <summary>Start value of each language.</summary>
    public required float[] LanguageBias { get; init; }

    /// <summary>Power of two of the number of text rows.</summary>
    public required int TextBits { get; init; }

    /// <summary>
    /// Weights of words and character sequences, four signed bytes in each, lowest first: negative against neutral,
    /// positive against neutral, offensive against not, register of organisations against public debate.
    /// </summary>
    public required uint[] TextRows { get; init; }

    /// <summary>What one step of a sentiment weight is worth.</summary>
    public required float SentimentScale { get; init; }

    /// <summary>What one step of an offence weight is worth.</summary>
    public required float ToxicityScale { get; init; }

    /// <summary>What one step of a register weight is worth.</summary>
    public required float RegisterScale { get; init; }

    /// <summary>What is added to the register score.</summary>
    public required float RegisterBias { get; init; }

    /// <summary>
    /// Weights of <see cref="SummaryFeatures"/>: for all languages first, then for each of
    /// <see cref="LanguageTable.WeightColumns"/>; for each feature the four of <see cref="TextRows"/>.
    /// </summary>
    public required float[] SummaryWeights { get; init; }

    /// <summary>What the three sentiment scores are divided by, for unknown languages first, then for each language.</summary>
    public required float[] Temperatures { get; init; }

    /// <summary>What is added to the offence score, for unknown languages first, then for each language.</summary>
    public required float[] ToxicityBias { get; init; }

    /// <summary>Valence of words and pictographs.</summary>
    public required ValenceTable Valences { get; init; }

    /// <summary>First eight hexadecimal digits of the SHA-256 of the numbers.</summary>
    public string Version { get; init; } = "";

    /// <summary>Values in <see cref="SummaryWeights"/>.</summary>
    public const int SummaryWeightCount = (LanguageTable.WeightColumns + 1) * SummaryFeatures.Count * SummaryOutputs;

    /// <summary>Weights for each feature in <see cref="SummaryWeights"/>.</summary>
    public const int SummaryOutputs = 4;
}
