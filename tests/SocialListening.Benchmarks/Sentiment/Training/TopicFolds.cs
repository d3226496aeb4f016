using SocialListening.Benchmarks.Sentiment.Data;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary>
/// Cuts texts of one language into groups of texts about the same: spherical k-means (Dhillon and Modha, 2001) over the words of each
/// text, weighed by how rare they are. No group holds more than 1.6 times its share. Seeded: the same texts give the same groups.
/// </summary>
internal static class TopicFolds
{
    private const int Starts = 4;
    private const int Rounds = 15;
    private const double MaxShare = 1.6;
    private const double CommonShare = 0.125;
    private const int Seed = 7;

    /// <summary>The fold of each of these rows, 0 to <paramref name="folds"/> - 1; copies of a text share one. Other rows have none, -1.</summary>
    public static Func<TrainingRow, int> Of(IReadOnlyList<TrainingRow> rows, int folds)
    {
        var found = new Dictionary<(int Language, string Key), int>();
        foreach (var set in rows.GroupBy(row => row.Language))
        {
            var texts = set.DistinctBy(row => Corpus.Key(row.Text)).ToList();
            var groups = Best(Vectors(texts), folds);
            for (var i = 0; i < texts.Count; i++)
            {
                found[(set.Key, Corpus.Key(texts[i].Text))] = groups[i];
            }
        }

        return row => found.GetValueOrDefault((row.Language, Corpus.Key(row.Text)), -1);
    }

    private static List<Dictionary<uint, float>> Vectors(List<TrainingRow> texts)
    {
        var buffer = new TokenBuffer();
        var words = texts.ConvertAll(row =>
        {
            Tokenizer.Read(row.Text, buffer);
            return buffer.Tokens.ToArray().Where(token => token.Kind == TokenKind.Word).Select(token => token.Hash).ToHashSet();
        });
        var texted = words.SelectMany(set => set).CountBy(word => word).ToDictionary(count => count.Key, count => count.Value);
        return words.ConvertAll(set => Normal(set
            .Where(word => texted[word] > 1 && texted[word] < CommonShare * texts.Count)
            .ToDictionary(word => word, word => MathF.Log((float)texts.Count / texted[word]))));
    }

    private static int[] Best(List<Dictionary<uint, float>> vectors, int groups)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Starts).Select(_ => Group(vectors, groups, random)).MaxBy(attempt => attempt.Score).Groups;
    }

    private static (int[] Groups, double Score) Group(List<Dictionary<uint, float>> vectors, int groups, Random random)
    {
        var centres = Enumerable.Range(0, groups).Select(_ => vectors[random.Next(vectors.Count)]).ToArray();
        var at = new int[vectors.Count];
        var score = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            score = 0;
            var sizes = new int[groups];
            for (var i = 0; i < vectors.Count; i++)
            {
                var (group, nearness) = Enumerable.Range(0, groups)
                    .Where(g => sizes[g] <= MaxShare * vectors.Count / groups)
                    .Select(g => (g, Nearness: vectors[i].Sum(x => (double)x.Value * centres[g].GetValueOrDefault(x.Key))))
                    .MaxBy(pair => pair.Nearness);
                at[i] = group;
                sizes[group]++;
                score += nearness;
            }

            for (var g = 0; g < groups; g++)
            {
                centres[g] = Normal(Enumerable.Range(0, vectors.Count).Where(i => at[i] == g).SelectMany(i => vectors[i])
                    .AggregateBy(x => x.Key, 0f, (sum, x) => sum + x.Value).ToDictionary(x => x.Key, x => x.Value));
            }
        }

        return (at, score);
    }

    private static Dictionary<uint, float> Normal(Dictionary<uint, float> vector)
    {
        var length = MathF.Sqrt(vector.Values.Sum(x => x * x)) + 1e-6f;
        return vector.ToDictionary(x => x.Key, x => x.Value / length);
    }
}
