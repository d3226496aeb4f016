using System.Globalization;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Sentiment;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Data;

/// <summary>
/// Folds word lists into a <see cref="ValenceTable"/>: the mean valence of each word over the lists that have it, fitted to labelled texts
/// by <see cref="Fit"/>. Phrases of several words are kept as texts for training.
/// </summary>
internal sealed class LexiconReader
{
    private const int MaxPhraseTokens = 6;

    // As many texts as a word's valence in the lists is worth.
    private const double ListTexts = 30;

    // Labels are 1 apart, and a word is one of many in its text: what texts say of a word is spread out to the scale of the lists.
    private const double TextScale = 1.5;
    private const double MaxFactor = 1.5;

    // Twenty levels either way are as good as more, and the file is smaller; a valence below a tenth is as good as none.
    private const int Levels = 20;
    private const int WeakestLevel = 2;

    private static readonly (string Face, double Value)[] Faces =
    [
        (":)", 0.6), (":(", -0.6), (";)", 0.4), ("<3", 0.7), (":/", -0.4), (":'(", -0.7), ("xD", 0.6), (":P", 0.3), ("</3", -0.7),
    ];

    private readonly Dictionary<(int Language, uint Hash), (string Text, double Sum, double Weight)> _words = [];
    private readonly Dictionary<(int Language, uint Hash), double> _factors = [];
    private readonly List<(int Language, string Text, double Valence)> _phrases = [];
    private readonly TokenBuffer _buffer = new();

    /// <summary>The phrases of the lists, as read, in the order of the lists.</summary>
    public IReadOnlyList<(int Language, string Text, double Valence)> Phrases => _phrases;

    /// <summary>Adds every list of a language from a directory; <paramref name="scale"/> weighs the lists' votes.</summary>
    public void AddDirectory(string directory, string code, double scale = 1)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(directory, "*.tsv").Order(StringComparer.Ordinal))
        {
            AddFile(path, code, scale);
        }
    }

    /// <summary>Adds one list (<c>valence&lt;TAB&gt;word</c>, -1 to 1) when it is there.</summary>
    public void AddFile(string path, string code, double scale)
    {
        if (File.Exists(path))
        {
            AddAll(path, LanguageTable.IndexOf(code), scale);
        }
    }

    /// <summary>Adds a list of pictographs, and the faces that are typed.</summary>
    public void AddSigns(string path)
    {
        AddAll(path, -1, 1);
        foreach (var (face, value) in Faces)
        {
            Add(-1, face, value, 1);
        }
    }

    private void AddAll(string path, int language, double scale)
    {
        foreach (var row in LabelledFile.Read(path))
        {
            if (double.TryParse(row.Label, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                Add(language, row.Text, value, scale);
            }
        }
    }

    /// <summary>Adds one word, pictograph or phrase of at most six tokens; a longer one is left out.</summary>
    public void Add(int language, string text, double value, double scale)
    {
        Tokenizer.Read(text, _buffer);
        if (_buffer.Tokens.Length is > 1 and <= MaxPhraseTokens && language >= 0)
        {
            _phrases.Add((language, text, value));
        }
        else if (_buffer.Tokens.Length == 1)
        {
            var token = _buffer.Tokens[0];
            if (token.Kind is TokenKind.Emoji or TokenKind.Emoticon != (language < 0))
            {
                return;
            }

            var (first, sum, weight) = _words.GetValueOrDefault((language, token.Hash));
            _words[(language, token.Hash)] = (first ?? text, sum + (value * scale), weight + scale);
        }
    }

    /// <summary>
    /// Fits the words' valences to labelled texts: each is moved towards what the texts that hold the word say of it, as the mean of a
    /// normal distribution is by its observations, with the valence of the lists for a prior worth <see cref="ListTexts"/> texts. A valence
    /// keeps its sign: words that only name a topic fade ('endangered' among posts about endangered species), none is turned round.
    /// Replaces an earlier fit.
    /// </summary>
    /// <param name="rows">Labelled texts; those of one source and language are compared with their own mean.</param>
    public void Fit(IEnumerable<TrainingRow> rows)
    {
        _factors.Clear();
        var seen = new Dictionary<(int Language, uint Hash), (double Sum, int Texts)>();
        foreach (var set in rows.GroupBy(row => (row.Source, row.Language)))
        {
            var mean = set.Average(row => row.Label);
            foreach (var row in set)
            {
                foreach (var key in Words(row).Where(_words.ContainsKey))
                {
                    var (sum, texts) = seen.GetValueOrDefault(key);
                    seen[key] = (sum + row.Label - mean, texts + 1);
                }
            }
        }

        foreach (var (key, (sum, texts)) in seen)
        {
            var prior = _words[key].Sum / _words[key].Weight;
            if (Math.Abs(prior) > 0.01)
            {
                var fitted = ((ListTexts * prior) + (TextScale * sum)) / (ListTexts + texts);
                _factors[key] = Math.Clamp(fitted / prior, 0, MaxFactor);
            }
        }
    }

    /// <summary>The table of everything added, as fitted.</summary>
    public ValenceTable Build(int bits)
    {
        var table = new ValenceTable(bits);
        foreach (var (key, word) in _words.OrderBy(w => w.Key.Language).ThenBy(w => w.Key.Hash))
        {
            table.Add(key.Language, key.Hash, Coarse(word.Sum / word.Weight * _factors.GetValueOrDefault(key, 1)));
        }

        return table;
    }

    /// <summary>The words of all languages with a valence of at least <paramref name="least"/> either way, in a fixed order.</summary>
    public IEnumerable<(int Language, string Text, double Valence)> Strong(double least) =>
        _words.Where(w => w.Key.Language >= 0 && Math.Abs(w.Value.Sum / w.Value.Weight) >= least)
            .OrderBy(w => w.Key.Language).ThenBy(w => w.Key.Hash)
            .Select(w => (w.Key.Language, w.Value.Text, w.Value.Sum / w.Value.Weight));

    private static sbyte Coarse(double valence)
    {
        var level = (int)Math.Clamp(Math.Round(valence * Levels), -Levels, Levels);
        return Math.Abs(level) < WeakestLevel ? (sbyte)0 : (sbyte)(level * sbyte.MaxValue / Levels);
    }

    private List<(int Language, uint Hash)> Words(TrainingRow row)
    {
        Tokenizer.Read(row.Text, _buffer);
        var words = new HashSet<(int Language, uint Hash)>();
        foreach (var token in _buffer.Tokens)
        {
            if (token.Kind == TokenKind.Word)
            {
                words.Add((row.Language, token.Hash));
            }
        }

        return [.. words];
    }
}
