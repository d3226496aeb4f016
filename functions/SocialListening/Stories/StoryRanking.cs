using System.Runtime.InteropServices;

namespace SocialListening.Stories;

/// <summary>Tells how like each open story a post, or another story, is.</summary>
/// <param name="index">The open stories.</param>
/// <param name="weights">The numbers of the grouping.</param>
internal sealed class StoryRanking(StoryIndex index, StoryWeights weights)
{
    private const int MaxPostings = 200;
    private const int NormLife = 64;

    private readonly Dictionary<int, Match> _matches = [];

    /// <summary>The stories that share a feature, the most alike first.</summary>
    /// <param name="features">What the post says, or the mean of what a story's wordings say.</param>
    /// <param name="from">When it began.</param>
    /// <param name="to">When it was last told; for a post the same.</param>
    /// <param name="except">A slot to leave out; negative for none.</param>
    public List<(int Slot, float Score)> Rank(IReadOnlyList<StoryFeature> features, DateTimeOffset from, DateTimeOffset to, int except)
    {
        _matches.Clear();
        var whole = 0f;
        foreach (var feature in features)
        {
            var rarity = index.RarityOf(feature.Key);
            var weight = feature.Weight * rarity;
            whole += weight * weight;
            var slots = index.Holding(feature.Key);
            if (slots.Length > MaxPostings)
            {
                continue;
            }

            foreach (var slot in slots)
            {
                if (slot == except)
                {
                    continue;
                }

                var held = index[slot].Features[feature.Key];
                ref var match = ref CollectionsMarshal.GetValueRefOrAddDefault(_matches, slot, out _);
                match.Dot += weight * rarity * held;
                match.Covered += weight * weight * (held / (held + (0.5f * feature.Weight)));
                match.Shared += Math.Min(weight, held);
            }
        }

        var ranked = new List<(int Slot, float Score)>(_matches.Count);
        foreach (var (slot, match) in _matches)
        {
            ranked.Add((slot, ScoreOf(match, whole, index[slot], from, to)));
        }

        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Slot.CompareTo(b.Slot));
        return ranked;
    }

    private float ScoreOf(Match match, float whole, StoryGroup group, DateTimeOffset from, DateTimeOffset to)
    {
        var cosine = match.Dot / MathF.Sqrt(whole * NormOf(group));
        var covered = match.Covered / whole;
        var gap = Math.Max(0, Math.Max((from - group.LastSeen).TotalHours, (group.FirstSeen - to).TotalHours)) / weights.HalfLifeHours;
        var evidence = match.Shared * match.Shared / ((match.Shared * match.Shared) + (weights.Evidence * weights.Evidence));
        return evidence * ((weights.Coverage * covered) + ((1 - weights.Coverage) * cosine)) / (1 + (float)(gap * gap));
    }

    // Rarities move slowly, so a sum of them is made anew only now and then.
    private float NormOf(StoryGroup group)
    {
        var age = index.Begun / NormLife;
        if (group.Norm is { } known && known.Age == age)
        {
            return known.Sum;
        }

        var sum = 0f;
        foreach (var (key, held) in group.Features)
        {
            var weight = held * index.RarityOf(key);
            sum += weight * weight;
        }

        group.Norm = (age, sum);
        return sum;
    }

    private struct Match
    {
        public float Dot;
        public float Covered;
        public float Shared;
    }
}
