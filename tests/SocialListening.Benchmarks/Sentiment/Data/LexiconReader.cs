using System.Globalization;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Sentiment;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Data;

/// <summary>Folds word lists into a <see cref="ValenceTable"/>: the mean valence of each word over the lists that have it.</summary>
internal sealed class LexiconReader
{
    private static readonly (string Face, double Value)[] Faces =
    [
        (":)", 0.6), (":(", -0.6), (";)", 0.4), ("<3", 0.7), (":/", -0.4), (":'(", -0.7), ("xD", 0.6), (":P", 0.3), ("</3", -0.7),
    ];

    private readonly Dictionary<(int Language, uint Hash), (string Text, double Sum, double Weight)> _words = [];
    private readonly TokenBuffer _buffer = new();

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

    /// <summary>Adds one word or pictograph; a phrase of several tokens is left out.</summary>
    public void Add(int language, string text, double value, double scale)
    {
        Tokenizer.Read(text, _buffer);
        if (_buffer.Tokens.Length == 1)
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

    /// <summary>The table of everything added.</summary>
    public ValenceTable Build(int bits)
    {
        var table = new ValenceTable(bits);
        foreach (var (key, word) in _words.OrderBy(w => w.Key.Language).ThenBy(w => w.Key.Hash))
        {
            table.Add(key.Language, key.Hash, (sbyte)Math.Clamp(Math.Round(word.Sum / word.Weight * 127), -127, 127));
        }

        return table;
    }

    /// <summary>The words of all languages with a valence of at least <paramref name="least"/> either way, in a fixed order.</summary>
    public IEnumerable<(int Language, string Text, double Valence)> Strong(double least) =>
        _words.Where(w => w.Key.Language >= 0 && Math.Abs(w.Value.Sum / w.Value.Weight) >= least)
            .OrderBy(w => w.Key.Language).ThenBy(w => w.Key.Hash)
            .Select(w => (w.Key.Language, w.Value.Text, w.Value.Sum / w.Value.Weight));
}
