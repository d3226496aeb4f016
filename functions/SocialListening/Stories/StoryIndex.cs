using System.Runtime.InteropServices;

namespace SocialListening.Stories;

/// <summary>The open stories by slot, and which of them hold a feature. Slots are given in the order in which stories begin.</summary>
/// <param name="prior">Stories that are assumed beside the real ones when rarity is judged.</param>
internal sealed class StoryIndex(float prior)
{
    private readonly SortedDictionary<int, StoryGroup> _groups = [];
    private readonly Dictionary<ulong, List<int>> _postings = [];

    /// <summary>Stories that began so far, the slot of the next.</summary>
    public int Begun { get; private set; }

    /// <summary>The stories by slot.</summary>
    public IReadOnlyDictionary<int, StoryGroup> Groups => _groups;

    /// <summary>The story of a slot, which must be open.</summary>
    public StoryGroup this[int slot] => _groups[slot];

    /// <summary>Begins a story and answers its slot.</summary>
    public int Begin(StoryGroup group)
    {
        _groups.Add(Begun, group);
        return Begun++;
    }

    /// <summary>Puts back what was stored.</summary>
    /// <param name="begun">As <see cref="Begun"/> was.</param>
    /// <param name="groups">The stories by slot.</param>
    public void Restore(int begun, IEnumerable<(int Slot, StoryGroup Group)> groups)
    {
        Begun = begun;
        foreach (var (slot, group) in groups)
        {
            _groups.Add(slot, group);
            foreach (var key in group.Features.Keys)
            {
                Post(key, slot);
            }
        }
    }

    /// <summary>The slots of the stories that hold a feature; empty when none does.</summary>
    public ReadOnlySpan<int> Holding(ulong key) => _postings.TryGetValue(key, out var slots) ? CollectionsMarshal.AsSpan(slots) : [];

    /// <summary>From 1 for what no story says down to near 0 for what all say.</summary>
    public float RarityOf(ulong key)
    {
        var all = _groups.Count + prior;
        return MathF.Log((all + 1) / (Holding(key).Length + 0.5f)) / MathF.Log((all + 1) / 0.5f);
    }

    /// <summary>Adds a wording to a story.</summary>
    public void Learn(int slot, string postId, StoryFeature[] features)
    {
        var group = _groups[slot];
        foreach (var feature in features)
        {
            if (!group.Features.ContainsKey(feature.Key))
            {
                Post(feature.Key, slot);
            }
        }

        group.Learn(postId, features);
        Trim(slot, group);
    }

    /// <summary>Moves all that one story holds into another, and closes it.</summary>
    public void Merge(int gone, int kept)
    {
        var group = _groups[kept];
        var other = _groups[gone];
        foreach (var key in other.Features.Keys)
        {
            Unpost(key, gone);
            if (!group.Features.ContainsKey(key))
            {
                Post(key, kept);
            }
        }

        group.Absorb(other);
        _groups.Remove(gone);
        Trim(kept, group);
    }

    /// <summary>Closes the single post, or else the story, that was silent for longest.</summary>
    public void LetGo()
    {
        var (slot, group) = _groups.OrderBy(entry => entry.Value.Wordings > 1).ThenBy(entry => entry.Value.LastSeen).ThenBy(entry => entry.Key).First();
        foreach (var key in group.Features.Keys)
        {
            Unpost(key, slot);
        }

        _groups.Remove(slot);
    }

    private void Trim(int slot, StoryGroup group)
    {
        foreach (var key in group.Surplus())
        {
            group.Norm = null;
            group.Features.Remove(key);
            Unpost(key, slot);
        }
    }

    private void Post(ulong key, int slot)
    {
        ref var slots = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, key, out _);
        (slots ??= []).Add(slot);
    }

    private void Unpost(ulong key, int slot)
    {
        var slots = _postings[key];
        slots.Remove(slot);
        if (slots.Count == 0)
        {
            _postings.Remove(key);
        }
    }
}
