using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Data;

/// <summary>The labelled texts that the model learns from, and which of them are held out.</summary>
internal sealed class Corpus(string data, string? own)
{
    /// <summary>The source of the rows of UMSAB.</summary>
    public const string UmsabSource = "umsab";

    /// <summary>The source of the own labelled texts.</summary>
    public const string OwnSource = "own";

    private static readonly (string Name, string Code)[] Umsab =
    [
        ("arabic", "ar"), ("english", "en"), ("french", "fr"), ("german", "de"), ("hindi", "hi"), ("italian", "it"),
        ("portuguese", "pt"), ("spanish", "es"),
    ];

    /// <summary>Sentiment: 0 negative, 1 neutral, 2 positive.</summary>
    public List<TrainingRow> Sentiment()
    {
        var rows = new List<TrainingRow>();
        foreach (var (name, code) in Umsab)
        {
            // The labels of the first half of the Hindi rows, and of its validation rows, do not belong to their texts.
            var (train, held) = code == "hi"
                ? ("umsab/repaired/hindi-train.tsv", "umsab/repaired/hindi-dev.tsv")
                : ($"umsab/train/{name}.tsv", $"umsab/val/{name}.tsv");
            Add(rows, train, code, UmsabSource, SentimentLabel, false);
            Add(rows, held, code, UmsabSource, SentimentLabel, true);
        }

        Add(rows, "extra/semeval-en/train.tsv", "en", "semeval", SentimentLabel, false);
        Add(rows, "extra/arsarcasm-ar/train.tsv", "ar", "arsarcasm", SentimentLabel, false);
        if (own is not null && Directory.Exists(own))
        {
            foreach (var path in LabelledFile.Find(own))
            {
                var code = Path.GetFileName(path)[..2];
                rows.AddRange(LabelledFile.Read(path).Select(r =>
                    new TrainingRow(r.Text, SentimentLabel(r.Label), LanguageTable.IndexOf(code), OwnSource, false)));
            }
        }

        return rows;
    }

    /// <summary>Offence: 1 offensive, 0 not.</summary>
    public List<TrainingRow> Toxicity()
    {
        var rows = new List<TrainingRow>();
        Add(rows, "extra/tweeteval-offensive/train.tsv", "en", "offensive", ToxicityLabel, false);
        Add(rows, "extra/tweeteval-offensive/val.tsv", "en", "offensive", ToxicityLabel, true);
        Add(rows, "extra/tweeteval-hate/train.tsv", "en", "hate", ToxicityLabel, false);
        AddSplit(rows, "extra/mlma-hate/en-train.tsv", "en", "mlma", ToxicityLabel);
        AddSplit(rows, "extra/mlma-hate/fr-train.tsv", "fr", "mlma", ToxicityLabel);
        AddSplit(rows, "extra/mlma-hate/ar-train.tsv", "ar", "mlma", ToxicityLabel);
        AddSplit(rows, "extra/germeval2018-de/train.tsv", "de", "germeval", ToxicityLabel);
        return rows;
    }

    /// <summary>Language: the column of <see cref="LanguageTable.Codes"/>.</summary>
    public List<TrainingRow> Languages()
    {
        var rows = new List<TrainingRow>();
        foreach (var (name, code) in Umsab)
        {
            var column = LanguageTable.IndexOf(code);
            Add(rows, $"umsab/train/{name}.tsv", code, "umsab", _ => column, false);
            Add(rows, $"umsab/val/{name}.tsv", code, "umsab", _ => column, true);
        }

        foreach (var code in LanguageTable.Codes)
        {
            AddSplit(rows, $"extra/xed-lid/{code}.tsv", code, "xed", _ => LanguageTable.IndexOf(code));
        }

        foreach (var (path, code) in new[]
        {
            ("extra/semeval-en/train.tsv", "en"), ("extra/tweeteval-hate/train.tsv", "en"),
            ("extra/germeval2018-de/train.tsv", "de"), ("extra/mlma-hate/fr-train.tsv", "fr"),
            ("extra/mlma-hate/ar-train.tsv", "ar"), ("extra/arsarcasm-ar/train.tsv", "ar"),
        })
        {
            var set = new List<TrainingRow>();
            Add(set, path, code, "extra", _ => LanguageTable.IndexOf(code), false);
            rows.AddRange(set.Take(6000));
        }

        return rows;
    }

    /// <summary>The column of a sentiment label.</summary>
    /// <exception cref="InvalidDataException">The label is none of the three.</exception>
    public static int SentimentLabel(string label) => label.ToUpperInvariant() switch
    {
        "NEGATIVE" => 0,
        "NEUTRAL" => 1,
        "POSITIVE" => 2,
        _ => throw new InvalidDataException($"'{label}' is not a sentiment label: negative, neutral or positive."),
    };

    /// <summary>The column of a sentiment that was answered.</summary>
    public static int SentimentColumn(SocialListening.Contracts.SentimentLabel label) => label switch
    {
        SocialListening.Contracts.SentimentLabel.Negative => 0,
        SocialListening.Contracts.SentimentLabel.Positive => 2,
        _ => 1,
    };

    /// <summary>1 for a label of which the part before a bar means offence, 0 for any other.</summary>
    public static int ToxicityLabel(string label) =>
        label.Split('|')[0].Trim().ToUpperInvariant() is "HATE" or "HATEFUL" or "OFFENSIVE" or "TOXIC" ? 1 : 0;

    /// <summary>The letters of a text, so that a copy with another link or handle is seen as the same text.</summary>
    public static string Key(string text) => string.Concat(text
        .Replace("RT @user", "", StringComparison.Ordinal)
        .Replace("@user", "", StringComparison.Ordinal)
        .Split(' ')
        .Where(w => !w.StartsWith("http", StringComparison.Ordinal))
        .SelectMany(w => w.Where(char.IsLetter))).ToUpperInvariant();

    private void Add(List<TrainingRow> rows, string path, string code, string source, Func<string, int> label, bool heldOut)
    {
        var language = LanguageTable.IndexOf(code);
        var file = Path.Combine(data, path);
        if (File.Exists(file))
        {
            rows.AddRange(LabelledFile.Read(file).Select(r => new TrainingRow(r.Text, label(r.Label), language, source, heldOut)));
        }
    }

    // One text in ten is held out, by its own hash: the choice does not hang on the order of rows.
    private void AddSplit(List<TrainingRow> rows, string path, string code, string source, Func<string, int> label)
    {
        var all = new List<TrainingRow>();
        Add(all, path, code, source, label, false);
        rows.AddRange(all.Select(r => r with { IsHeldOut = FeatureHash.Word(Key(r.Text)) % 10 == 0 }));
    }
}
