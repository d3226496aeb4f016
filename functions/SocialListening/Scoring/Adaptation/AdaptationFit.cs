using SocialListening.Contracts;

namespace SocialListening.Scoring.Adaptation;

/// <summary>Fits the weights of an adaptation to examples.</summary>
internal static class AdaptationFit
{
    private const int Epochs = 40;
    private const float Rate = 0.1f;
    private const int LeastTexts = 3;

    // The prior's precision: what stands in few texts is hardly moved, what stands in many follows them.
    private const float Strength = 5;

    /// <summary>Learns from all examples, without judging.</summary>
    public static BrandAdaptation Fit(string baseModel, IReadOnlyList<AdaptationExample> examples, int seed)
    {
        var places = PlacesOf(examples);
        var weights = new float[2 * (places.Count + 1)];
        var squares = new float[weights.Length];
        var random = new Random(seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var rows = examples.Select(example => RowsOf(example, places)).ToArray();
        var penalties = PenaltiesOf(rows, places.Count + 1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Step(examples[i], rows[i], penalties, weights, squares);
            }
        }

        return Pack(baseModel, examples.Count, places, weights);
    }

    // The first place is the bias. The features with the most texts come first, so that the table stays small.
    private static Dictionary<uint, int> PlacesOf(IReadOnlyList<AdaptationExample> examples)
    {
        var texts = new Dictionary<uint, int>();
        foreach (var feature in examples.SelectMany(example => example.Features))
        {
            texts[feature] = texts.GetValueOrDefault(feature) + 1;
        }

        return texts.Where(entry => entry.Value >= LeastTexts)
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key)
            .Take(BrandAdaptation.MaxWeights)
            .Select((entry, place) => (entry.Key, Place: place + 1))
            .ToDictionary(entry => entry.Key, entry => entry.Place);
    }

    private static int[] RowsOf(AdaptationExample example, Dictionary<uint, int> places) =>
        [0, .. example.Features.Where(places.ContainsKey).Select(feature => places[feature])];

    private static void Step(AdaptationExample example, int[] rows, float[] penalties, float[] weights, float[] squares)
    {
        float toNegative = 0, toPositive = 0;
        foreach (var row in rows)
        {
            toNegative += weights[2 * row];
            toPositive += weights[(2 * row) + 1];
        }

        var negative = example.Negative * MathF.Exp(Math.Clamp(toNegative, -BrandAdaptation.LargestShift, BrandAdaptation.LargestShift));
        var positive = example.Positive * MathF.Exp(Math.Clamp(toPositive, -BrandAdaptation.LargestShift, BrandAdaptation.LargestShift));
        var total = negative + example.Neutral + positive;
        var slopeNegative = (negative / total) - (example.Label == SentimentLabel.Negative ? 1 : 0);
        var slopePositive = (positive / total) - (example.Label == SentimentLabel.Positive ? 1 : 0);
        foreach (var row in rows)
        {
            Move(ref weights[2 * row], ref squares[2 * row], slopeNegative, penalties[row]);
            Move(ref weights[(2 * row) + 1], ref squares[(2 * row) + 1], slopePositive, penalties[row]);
        }
    }

    // Each text that holds a feature takes its part of the feature's penalty.
    private static float[] PenaltiesOf(int[][] rows, int count)
    {
        var texts = new int[count];
        foreach (var row in rows.SelectMany(row => row))
        {
            texts[row]++;
        }

        return [.. texts.Select(number => Strength / Math.Max(1, number))];
    }

    private static void Move(ref float weight, ref float squares, float slope, float penalty)
    {
        slope += penalty * weight;
        squares += slope * slope;
        weight -= Rate * slope / (MathF.Sqrt(squares) + 1e-6f);
    }

    private static BrandAdaptation Pack(string baseModel, int texts, Dictionary<uint, int> places, float[] weights)
    {
        var largest = 0f;
        for (var i = 2; i < weights.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(weights[i]));
        }

        var scale = largest == 0 ? 1 : largest / sbyte.MaxValue;
        var packed = new Dictionary<uint, (sbyte Negative, sbyte Positive)>();
        foreach (var (feature, place) in places)
        {
            var steps = ((sbyte)MathF.Round(weights[2 * place] / scale), (sbyte)MathF.Round(weights[(2 * place) + 1] / scale));
            if (steps != default)
            {
                packed.Add(feature, steps);
            }
        }

        return BrandAdaptationFile.Make(baseModel, texts, weights[0], weights[1], scale, packed);
    }
}
