namespace SocialListening.Stories;

/// <summary>
/// Joins stories that turn out to be one, the most alike first. Each is compared, as the mean of its wordings, with stories as
/// large as itself or larger, so that posts that share nothing meet in the story that both are like. A large story draws a little
/// more than a small one, since the next post is more likely of what many talk about.
/// </summary>
internal sealed class StoryConsolidation(StoryIndex index, StoryRanking ranking, StoryWeights weights)
{
    private const int MaxRounds = 4;

    /// <summary>Joins what is alike.</summary>
    /// <param name="merge">Makes one story of two slots and answers the slot that stays.</param>
    public void Run(Func<int, int, int> merge)
    {
        for (var round = 0; round < MaxRounds && Round(merge); round++)
        {
        }
    }

    private bool Round(Func<int, int, int> merge)
    {
        var queue = new PriorityQueue<int, (float Score, int Slot)>();
        foreach (var slot in index.Groups.Keys)
        {
            Enqueue(queue, slot);
        }

        var joined = false;
        while (queue.TryDequeue(out var slot, out var priority))
        {
            if (!index.Groups.ContainsKey(slot) || BestOf(slot) is not { Score: var score, Slot: var other } || score < weights.Merge)
            {
                continue;
            }

            // What was queued may have changed since: another may be more alike now.
            if (queue.TryPeek(out _, out var next) && score < -priority.Score && score < -next.Score)
            {
                queue.Enqueue(slot, (-score, slot));
                continue;
            }

            joined = true;
            Enqueue(queue, merge(slot, other));
        }

        return joined;
    }

    private void Enqueue(PriorityQueue<int, (float Score, int Slot)> queue, int slot)
    {
        if (BestOf(slot) is { } best && best.Score >= weights.Merge)
        {
            queue.Enqueue(slot, (-best.Score, slot));
        }
    }

    private (int Slot, float Score)? BestOf(int slot)
    {
        var group = index[slot];
        (int Slot, float Score)? best = null;
        foreach (var (other, likeness) in ranking.Rank(group.Mean(), group.FirstSeen, group.LastSeen, slot))
        {
            var wordings = index[other].Wordings;
            var score = likeness * (1 + (weights.Draw * MathF.Log(wordings)));
            if (wordings >= group.Wordings && (best is null || score > best.Value.Score))
            {
                best = (other, score);
            }
        }

        return best;
    }
}
