using System.Globalization;
using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Benchmarks.Sentiment.Evaluation;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Model;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>Makes a model: word valences, sentiment, offence and language weights, calibration.</summary>
internal sealed class ModelTrainer(string data, string? own, string? lexicons, TextWriter output)
{
    private const int ValenceBits = 18;
    private const float ExtraWeight = 0.3f;
    private const float OwnWeight = 0.6f;
    private const float RegisterWeight = 3000;
    private const int RegisterEpochs = 2;
    private const float RegisterBias = 0;

    // The product of many sequences that say the same is too sure or, after two passes, not sure enough: chosen by
    // cross-validation together with the tone.
    private const float RegisterSharpness = 2;
    private const float WordWeight = 0.03f;
    private const float PhraseWeight = 0.2f;
    private const double StrongValence = 0.3;
    private const double OwnLexiconVotes = 10;

    /// <summary>
    /// Trains without the held-out rows, reports and calibrates on them; then, when <paramref name="useHeldOut"/>,
    /// trains once more on all rows and keeps the calibration.
    /// </summary>
    public EmbeddedModel Train(bool useHeldOut)
    {
        var corpus = new Corpus(data, own);
        var lexicon = Lexicon();
        var languages = corpus.Languages();
        var rows = corpus.Sentiment();
        var model = Build(lexicon, languages, rows, corpus, null, false);
        var calibrated = Calibration.Fit(model, corpus);
        HeldOutReport.Write(calibrated, corpus, output);
        return useHeldOut ? Build(lexicon, languages, rows, corpus, calibrated, true) : calibrated;
    }

    /// <summary>
    /// Judges the training itself: the training and validation rows of UMSAB are cut into folds; each fold is answered by a model that saw
    /// none of it, nor a copy of it. Only the sentiment weights are trained.
    /// </summary>
    /// <param name="folds">How many models are trained.</param>
    /// <param name="byTopic">
    /// Whether a fold holds what is about the same (<see cref="TopicFolds"/>), so that each model answers texts on topics that it has seen
    /// little of; otherwise a hash of a text's letters says its fold.
    /// </param>
    /// <returns>What was answered, by language column.</returns>
    public SortedDictionary<int, Confusion> CrossValidate(int folds, bool byTopic)
    {
        var corpus = new Corpus(data, own);
        var lexicon = Lexicon();
        var rows = corpus.Sentiment();
        var foldOf = byTopic
            ? TopicFolds.Of([.. rows.Where(row => row.Source == Corpus.UmsabSource)], folds)
            : row => (int)(FeatureHash.Mix(FeatureHash.Word(Corpus.Key(row.Text))) % (uint)folds);
        var found = new SortedDictionary<int, Confusion>();
        for (var fold = 0; fold < folds; fold++)
        {
            var cut = rows.ConvertAll(row => row with { IsHeldOut = row.Source == Corpus.UmsabSource && foldOf(row) == fold });
            var scorer = new EmbeddedScorer(Build(lexicon, [], cut, null, null, useHeldOut: false));
            foreach (var row in cut.Where(row => row.IsHeldOut))
            {
                if (!found.TryGetValue(row.Language, out var confusion))
                {
                    found[row.Language] = confusion = new Confusion(3);
                }

                var score = scorer.ScoreToneIn(row.Text, LanguageTable.Codes[row.Language]);
                confusion.Add(row.Label, Corpus.SentimentColumn(score.Sentiment));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fold {fold + 1} of {folds} done"));
        }

        return found;
    }

    // The public lists of other languages than English are translations by machine, or of reviews: next to the own lists they cost more
    // than they gave, three points in French.
    private LexiconReader Lexicon()
    {
        var reader = new LexiconReader();
        for (var i = 0; i < LanguageTable.SentimentLanguages; i++)
        {
            var code = LanguageTable.Codes[i];
            if (code == "en")
            {
                reader.AddDirectory(Path.Combine(data, "lexicons", code), code);
            }

            if (lexicons is not null)
            {
                reader.AddFile(Path.Combine(lexicons, code + ".tsv"), code, OwnLexiconVotes);
            }
        }

        reader.AddSigns(Path.Combine(data, "lexicons", "emoji-sentiment-ranking.tsv"));
        return reader;
    }

    private static List<(SparseExample Example, bool IsHeldOut)> Sentiment(
        List<TrainingRow> rows, LexiconReader lexicon, ExampleReader reader)
    {
        var held = rows.Where(r => r.IsHeldOut).Select(r => Corpus.Key(r.Text)).ToHashSet();
        var examples = new List<(SparseExample, bool)>();
        foreach (var set in rows.GroupBy(r => (r.Source, r.Language)))
        {
            var sizes = set.CountBy(r => r.Label).ToDictionary(c => c.Key, c => c.Value);
            var count = set.Count();
            foreach (var row in set)
            {
                // A copy of a held-out text counts as held out too.
                var isHeld = row.IsHeldOut || held.Contains(Corpus.Key(row.Text));
                var example = reader.Read(row.Text, row.Language, row.Label);
                example.Weight = row.Source switch
                {
                    Corpus.UmsabSource => 1,
                    Corpus.OwnSource => OwnWeight,
                    _ => ExtraWeight * count / (3f * sizes[row.Label]),
                };
                example.Voice = row.Source == Corpus.OwnSource ? LanguageTable.VoiceOf(row.Language) : -1;
                examples.Add((example, isHeld));
            }
        }

        // Each word and phrase of a list is a text too, so that its character sequences learn its valence and lend it to its
        // relatives. Not so for the words of Hindi, many of which are English.
        foreach (var (language, text, valence) in lexicon.Strong(StrongValence))
        {
            if (language == LanguageTable.IndexOf("hi"))
            {
                continue;
            }

            var label = valence > 0 ? 2 : 0;
            var weight = WordWeight * (float)Math.Abs(valence);
            examples.Add((reader.ReadWord(text, language, label, weight), false));
            if (LanguageTable.VoiceOf(language) is >= 0 and var voice)
            {
                var example = reader.ReadWord(text, language, label, weight);
                example.Voice = voice;
                examples.Add((example, false));
            }
        }

        foreach (var (language, text, valence) in lexicon.Phrases.Where(phrase => Math.Abs(phrase.Valence) >= StrongValence))
        {
            var weight = PhraseWeight * (float)Math.Abs(valence);
            examples.Add((reader.ReadWord(text, language, valence > 0 ? 2 : 0, weight), false));
        }

        return examples;
    }

    private static List<(SparseExample Example, bool IsHeldOut)> Toxicity(Corpus corpus, ExampleReader reader)
    {
        var examples = new List<(SparseExample, bool)>();
        foreach (var set in corpus.Toxicity().GroupBy(r => (r.Source, r.Language)))
        {
            var sizes = set.CountBy(r => r.Label).ToDictionary(c => c.Key, c => c.Value);
            var count = set.Count();
            var weight = set.Key.Source is "hate" ? 0.3f : 1;
            foreach (var row in set)
            {
                var source = set.Key.Source switch { "hate" => 1u, "mlma" => 2u, "germeval" => 3u, _ => 4u };
                var example = reader.Read(row.Text, row.Language, row.Label, source);
                example.Weight = weight * count / (2f * sizes[row.Label]);
                examples.Add((example, row.IsHeldOut));
            }
        }

        return examples;
    }

    // Own texts are of the register of organisations, tweets of the other sets are not; each set of a language weighs the same.
    private static IEnumerable<SparseExample> Register(IReadOnlyList<SparseExample> sentiment)
    {
        var texts = sentiment.Where(e => e.IsText && LanguageTable.VoiceOf(e.Language) >= 0).ToList();
        var sizes = texts.CountBy(e => (e.Language, e.Voice >= 0)).ToDictionary(c => c.Key, c => c.Value);
        return texts.Select(e => new SparseExample
        {
            Words = e.Words,
            Grams = e.Grams,
            Summary = e.Summary,
            Language = e.Language,
            Label = e.Voice >= 0 ? 1 : 0,
            Weight = RegisterWeight / sizes[(e.Language, e.Voice >= 0)],
        });
    }

    // Held-out rows fit no valences either, unless they are used.
    private EmbeddedModel Build(
        LexiconReader lexicon, List<TrainingRow> languages, List<TrainingRow> texts, Corpus? offences, EmbeddedModel? calibrated, bool useHeldOut)
    {
        lexicon.Fit(texts.Where(row => (useHeldOut || !row.IsHeldOut) && row.Source != Corpus.OwnSource));
        var valences = lexicon.Build(ValenceBits);
        var sentiment = Sentiment(texts, lexicon, new ExampleReader(valences));
        var toxicity = offences is null ? [] : Toxicity(offences, new ExampleReader(valences));
        var language = new LanguageTrainer();
        language.Train(languages, useHeldOut);
        var (rows, scale, bias) = language.Quantize();

        var options = new TrainerOptions();
        var polarity = new SparseTrainer(options);
        polarity.Train([.. sentiment.Where(e => useHeldOut || !e.IsHeldOut).Select(e => e.Example)]);
        var offence = new SparseTrainer(options with { Classes = 2 });
        offence.Train([.. toxicity.Where(e => useHeldOut || !e.IsHeldOut).Select(e => e.Example)]);

        var register = new SparseTrainer(options with { Classes = 2, SharedOnly = true, Epochs = RegisterEpochs });
        register.Train([.. Register([.. sentiment.Where(e => useHeldOut || !e.IsHeldOut).Select(e => e.Example)])]);

        var packed = TextRows.Pack(polarity, offence, register, options.Bits);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"trained on {languages.Count(r => useHeldOut || !r.IsHeldOut)} texts for language, {sentiment.Count(e => useHeldOut || !e.IsHeldOut)} for sentiment, {toxicity.Count(e => useHeldOut || !e.IsHeldOut)} for toxicity"));
        return new EmbeddedModel
        {
            LanguageBits = LanguageTrainer.Bits,
            LanguageRows = rows,
            LanguageScale = scale,
            LanguageBias = bias,
            TextBits = options.Bits,
            TextRows = packed.Rows,
            SentimentScale = packed.Sentiment,
            ToxicityScale = packed.Toxicity,
            RegisterScale = RegisterSharpness * packed.Register,
            RegisterBias = RegisterBias,
            SummaryWeights = TextRows.Summary(polarity, offence, register),
            Temperatures = calibrated?.Temperatures ?? [.. Enumerable.Repeat(1f, LanguageTable.SentimentLanguages + 1)],
            ToxicityBias = calibrated?.ToxicityBias ?? new float[LanguageTable.SentimentLanguages + 1],
            Valences = valences,
        };
    }
}
