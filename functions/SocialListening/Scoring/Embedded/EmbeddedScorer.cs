using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Sentiment;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded;

/// <summary>
/// Language, sentiment and toxicity hint of a post, from a model inside this assembly: no network, no cost, and no
/// text leaves the process. Safe for use by many threads at once; scoring does not allocate once a thread has scored
/// its first text.
/// </summary>
public sealed class EmbeddedScorer
{
    private const string Resource = "SocialListening.Scoring.Embedded.model.br";

    // Raised when the same model is given texts otherwise. 2: for a brand, its own names are taken out of them first.
    private const string Reading = ".2";

    // Below this the language is called unknown; the weights of the best guess are still used.
    private const float LeastLanguageConfidence = 0.25f;

    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly EmbeddedModel _model;
    private readonly LanguageIdentifier _identifier;
    private readonly SentimentWeights _weights;

    internal EmbeddedScorer(EmbeddedModel model)
    {
        _model = model;
        ModelVersion = model.Version + Reading;
        _identifier = new LanguageIdentifier(model);
        _weights = new SentimentWeights(model);
    }

    /// <summary>Names the numbers in use and how texts are read before they are scored; store it with each score.</summary>
    public string ModelVersion { get; }

    /// <summary>The scorer with the model that ships in this assembly. Takes some tens of milliseconds; keep it.</summary>
    /// <exception cref="InvalidDataException">The assembly was built without its model, or with another format.</exception>
    public static EmbeddedScorer Load()
    {
        using var stream = typeof(EmbeddedScorer).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The assembly has no scoring model.");
        return Load(stream);
    }

    /// <summary>The scorer with a model file made by the training command.</summary>
    /// <exception cref="InvalidDataException">The stream is not a model of the format that this version reads.</exception>
    public static EmbeddedScorer Load(Stream model) => new(EmbeddedModelFile.Read(model));

    /// <summary>
    /// Scores a text. Only the first 8,192 UTF-16 units count. An empty text, or one without words and signs, is
    /// neutral-leaning with language <c>und</c>.
    /// </summary>
    /// <param name="text">The post as written; markup removed.</param>
    /// <param name="languageHint">
    /// The language that the platform names (<c>fr</c>, <c>pt-BR</c>), used as a prior that a clear text outweighs;
    /// a code that is not known counts as none.
    /// </param>
    public TextScore Score(ReadOnlySpan<char> text, string? languageHint = null) => Score(text, languageHint, out _);

    /// <summary>The same as <see cref="Score(ReadOnlySpan{char}, string)"/>, and the words that the text was cut into.</summary>
    /// <param name="text">As there.</param>
    /// <param name="languageHint">As there.</param>
    /// <param name="tokens">The tokens of the text; good until this thread scores its next text.</param>
    internal TextScore Score(ReadOnlySpan<char> text, string? languageHint, out TokenBuffer tokens)
    {
        var scratch = Read(text);
        tokens = scratch.Buffer;
        return Score(scratch, Identify(scratch, languageHint));
    }

    /// <summary>Scores a text whose language is certain; a code that is not known takes the weights that all languages share.</summary>
    /// <param name="text">The post as written; markup removed.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public TextScore ScoreIn(ReadOnlySpan<char> text, string language) => Score(Read(text), Certain(language));

    /// <summary>
    /// The language and sentiment of <see cref="Score(ReadOnlySpan{char}, string)"/>, but for rounding, in less time:
    /// without toxicity and explanation.
    /// </summary>
    /// <param name="text">As there.</param>
    /// <param name="languageHint">As there.</param>
    public ToneScore ScoreTone(ReadOnlySpan<char> text, string? languageHint = null)
    {
        var scratch = Read(text);
        return ScoreTone(scratch, Identify(scratch, languageHint));
    }

    /// <summary><see cref="ScoreIn"/> without toxicity and explanation, in less time.</summary>
    /// <param name="text">The post as written; markup removed.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public ToneScore ScoreToneIn(ReadOnlySpan<char> text, string language) => ScoreTone(Read(text), Certain(language));

    private static Scratch Read(ReadOnlySpan<char> text)
    {
        var scratch = _scratch ??= new Scratch();
        Tokenizer.Read(text, scratch.Buffer);
        scratch.Grams.Fill(scratch.Buffer);
        return scratch;
    }

    private static (int Column, float Confidence) Certain(string language)
    {
        var column = LanguageTable.IndexOf(language);
        return (column, column < 0 ? 0 : 1);
    }

    private (int Column, float Confidence) Identify(Scratch scratch, string? languageHint)
    {
        Span<float> languages = stackalloc float[LanguageTable.Codes.Length];
        var hint = languageHint is null ? -1 : LanguageTable.IndexOf(languageHint);
        var column = _identifier.Identify(scratch.Buffer, scratch.Grams, hint, languages);
        return (column, column < 0 ? 0 : languages[column]);
    }

    private TextScore Score(Scratch scratch, (int Column, float Confidence) language)
    {
        var tokens = scratch.Buffer.Tokens;
        var own = OwnWeights(language.Column);
        var parts = scratch.Parts.AsSpan(0, tokens.Length);
        var scores = _weights.Score(
            scratch.Buffer,
            scratch.Grams,
            own,
            scratch.Valences.AsSpan(0, tokens.Length),
            parts,
            scratch.Spare.AsSpan(0, tokens.Length));
        var (negative, neutral, positive) = Probabilities(scores, own);
        var (code, confidence) = Answer(language);
        return new TextScore
        {
            Language = code,
            LanguageConfidence = confidence,
            Negative = negative,
            Neutral = neutral,
            Positive = positive,
            Toxicity = 1 / (1 + MathF.Exp(-(scores.Offensive + _model.ToxicityBias[own + 1]))),
            TopTokens = Explanation.Strongest(tokens, parts, negative, neutral, positive),
            ModelVersion = ModelVersion,
        };
    }

    private ToneScore ScoreTone(Scratch scratch, (int Column, float Confidence) language)
    {
        var own = OwnWeights(language.Column);
        var valences = scratch.Valences.AsSpan(0, scratch.Buffer.Tokens.Length);
        var scores = _weights.ScoreTone(scratch.Buffer, scratch.Grams, own, valences);
        var (negative, neutral, positive) = Probabilities(scores, own);
        var (code, confidence) = Answer(language);
        return new ToneScore(code, confidence, negative, neutral, positive);
    }

    private static int OwnWeights(int column) => column < LanguageTable.SentimentLanguages ? column : -1;

    private static (string Code, float Confidence) Answer((int Column, float Confidence) language) =>
        language.Column >= 0 && language.Confidence >= LeastLanguageConfidence
            ? (LanguageTable.Codes[language.Column], language.Confidence)
            : (LanguageTable.Unknown, 0);

    private (float Negative, float Neutral, float Positive) Probabilities(in TextScores scores, int own)
    {
        var temperature = _model.Temperatures[own + 1];
        return Softmax(scores.Negative / temperature, scores.Positive / temperature);
    }

    private static (float Negative, float Neutral, float Positive) Softmax(float negative, float positive)
    {
        var max = Math.Max(0, Math.Max(negative, positive));
        var a = MathF.Exp(negative - max);
        var b = MathF.Exp(-max);
        var c = MathF.Exp(positive - max);
        var total = a + b + c;
        return (a / total, b / total, c / total);
    }

    private sealed class Scratch
    {
        public TokenBuffer Buffer { get; } = new();

        public GramBuffer Grams { get; } = new();

        public float[] Valences { get; } = new float[TokenBuffer.MaxCharacters + 1];

        public (float Negative, float Positive)[] Parts { get; } = new (float, float)[TokenBuffer.MaxCharacters + 1];

        public (float Negative, float Positive)[] Spare { get; } = new (float, float)[TokenBuffer.MaxCharacters + 1];
    }
}
