using SocialListening.Scoring.Embedded;

namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>Scores a sample and puts the report together.</summary>
internal static class SampleRun
{
    /// <summary>The report on a sample.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="sample">Its rows, at least one.</param>
    /// <param name="scorer">The embedded scorer.</param>
    /// <param name="service">The service's answer to each row; <see langword="null"/> when it was not asked.</param>
    /// <param name="price">The service's price, if named.</param>
    /// <param name="budget">The most to spend on 1,000 texts; <see langword="null"/> for no limit.</param>
    /// <param name="seed">Seed of the bootstrap: the same seed gives the same report.</param>
    public static SampleReport Judge(
        string name,
        SampleFile sample,
        EmbeddedScorer scorer,
        IReadOnlyList<SampleAnswer?>? service,
        SamplePrice? price,
        double? budget,
        int seed)
    {
        var embedded = sample.Rows.Select(row => Answer(scorer, row)).ToList();
        var engines = new List<SampleEngine>
        {
            new("embedded", 0, SampleJudge.Judge([.. sample.Rows.Zip(embedded, (row, answer) => (row.Label, answer))], seed)),
        };
        if (service is not null)
        {
            var answered = sample.Rows.Zip(service).Where(r => r.Second is not null).Select(r => (r.First.Label, r.Second!.Value)).ToList();
            engines.Add(new SampleEngine("azure", sample.Rows.Count - answered.Count, SampleJudge.Judge(answered, seed)));
        }

        var rows = sample.Rows.Select((row, i) => (row.Text, row.Label, embedded[i], service?[i])).ToList();
        return new SampleReport(
            name, scorer.ModelVersion, rows.Count, sample.Faults, engines, price, CascadePlanner.Plan(rows, price, budget, seed));
    }

    /// <summary>What the embedded scorer says of a row.</summary>
    public static SampleAnswer Answer(EmbeddedScorer scorer, SampleRow row)
    {
        var score = row.Language is null ? scorer.ScoreTone(row.Text) : scorer.ScoreToneIn(row.Text, row.Language);
        return SampleAnswer.Of(row.Language ?? score.Language, score.Sentiment, score.Negative, score.Neutral, score.Positive);
    }
}
