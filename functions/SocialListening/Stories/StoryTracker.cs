using System.Globalization;
using System.Runtime.InteropServices;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Stories;

/// <summary>
/// Groups the posts of one brand into stories as they come. A post joins the story that it is most like, or begins one. What
/// makes posts alike are the rare things that both say: rarity is counted in stories, not in posts, so that a story does not
/// make its own words common. The same posts in the same order give the same stories; another order may not. Memory is bounded
/// by <see cref="MaxStories"/>. Not safe for several threads at once.
/// </summary>
public sealed partial class StoryTracker
{
    /// <summary>Stories, single posts included, that are open at once; beyond it single posts are let go first, oldest first.</summary>
    public const int MaxStories = 1_024;

    private const int MaxCentral = 5;
    private const int MaxRecent = 20_000;
    private const int MaxPostings = 200;
    private const int MaxRounds = 3;
    private const int NormLife = 64;
    private const int SmallStory = 3;

    private readonly StoryWeights _weights;
    private readonly StoryFeatures _reader;
    private readonly SortedDictionary<int, StoryGroup> _groups = [];
    private readonly Dictionary<ulong, List<int>> _index = [];
    private readonly Dictionary<ulong, int> _wordings = [];
    private readonly Dictionary<ulong, int> _posts = [];
    private readonly Dictionary<int, Match> _matches = [];
    private int _next;

    /// <summary>Makes a tracker that knows no post.</summary>
    /// <param name="own">The brand's names: every post holds them, so they tell no story from another.</param>
    public StoryTracker(OwnNames own)
        : this(own, StoryWeights.Default)
    {
    }

    internal StoryTracker(OwnNames own, StoryWeights weights)
    {
        ArgumentNullException.ThrowIfNull(own);
        _weights = weights;
        _reader = new StoryFeatures(weights, own);
    }

    /// <summary>Takes in a post; best in the order of time. A post that was taken in before changes nothing.</summary>
    /// <param name="post">The post.</param>
    public void Add(StoryPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var id = StoryHash.Of(post.Id);
        if (_posts.ContainsKey(id))
        {
            return;
        }

        var features = _reader.Read(post.Text, post.Language);
        var wording = _reader.Wording;
        if (FindKnown(post, wording) is { } known)
        {
            _groups[known].Count(post);
            Remember(id, wording, known);
            return;
        }

        var ranked = Rank(features, post.CreatedAtUtc, except: -1);
        var joins = ranked.Count > 0 && ranked[0].Score >= _weights.Join;
        var slot = joins ? ranked[0].Slot : Begin(id);
        var group = _groups[slot];
        if (!joins || !IsCopy(group, features))
        {
            Learn(slot, post.Id, features);
        }

        group.Count(post);
        Remember(id, wording, slot);
        if (joins && ranked.Count > 1 && ranked[1].Score >= _weights.Join)
        {
            MergeIfAlike(slot, ranked[1].Slot);
        }
    }

    /// <summary>Looks again at the small stories: one that is like another by what has become known since joins it.</summary>
    public void Consolidate()
    {
        var joined = true;
        for (var round = 0; joined && round < MaxRounds; round++)
        {
            joined = false;
            foreach (var slot in _groups.Keys.ToArray())
            {
                joined |= _groups.TryGetValue(slot, out var group) && group.Wordings <= SmallStory && JoinBest(slot, group);
            }
        }
    }

    /// <summary>The stories of at least so many wordings, the one with the most posts first.</summary>
    /// <param name="leastWordings">1 or more; default 2, since a single wording is a post and no story.</param>
    public IReadOnlyList<Story> Stories(int leastWordings = 2) =>
    [
        .. _groups.Values
            .Where(group => group.Wordings >= leastWordings)
            .OrderByDescending(group => group.Posts)
            .ThenBy(group => group.FirstSeen)
            .ThenBy(group => group.Id)
            .Select(Describe),
    ];

    /// <summary>The id of the story that a post was put into; <see langword="null"/> when the post is not known any more.</summary>
    /// <param name="postId">The mention's id.</param>
    public string? StoryOf(string postId) =>
        _posts.TryGetValue(StoryHash.Of(postId), out var slot) && _groups.TryGetValue(slot, out var group) ? IdOf(group) : null;

    private static string IdOf(StoryGroup group) => group.Id.ToString("x16", CultureInfo.InvariantCulture);

    private static StoryFeature[] Mean(StoryGroup group) =>
        [.. group.Features.Select(feature => new StoryFeature(feature.Key, feature.Value / group.Wordings))];

    private bool JoinBest(int slot, StoryGroup group)
    {
        var ranked = Rank(Mean(group), group.FirstSeen, slot);
        if (ranked.Count == 0 || ranked[0].Score < _weights.Merge)
        {
            return false;
        }

        Merge(slot, ranked[0].Slot);
        return true;
    }

    private int? FindKnown(StoryPost post, ulong wording)
    {
        if (post.ParentId is { } parent && _posts.TryGetValue(StoryHash.Of(parent), out var slot) && _groups.ContainsKey(slot))
        {
            return slot;
        }

        return wording != 0 && _wordings.TryGetValue(wording, out slot) && _groups.ContainsKey(slot) ? slot : null;
    }

    private int Begin(ulong id)
    {
        if (_groups.Count >= MaxStories)
        {
            LetGo();
        }

        _groups.Add(_next, new StoryGroup { Id = id });
        return _next++;
    }

    private void Learn(int slot, string postId, StoryFeature[] features)
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
        ref var slots = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, key, out _);
        (slots ??= []).Add(slot);
    }

    private void Unpost(ulong key, int slot)
    {
        var slots = _index[key];
        slots.Remove(slot);
        if (slots.Count == 0)
        {
            _index.Remove(key);
        }
    }

    // From 1 for what no story says down to near 0 for what all say.
    private float RarityOf(ulong key)
    {
        var all = _groups.Count + _weights.Prior;
        var with = _index.TryGetValue(key, out var slots) ? slots.Count : 0;
        return MathF.Log((all + 1) / (with + 0.5f)) / MathF.Log((all + 1) / 0.5f);
    }

    private List<(int Slot, float Score)> Rank(StoryFeature[] features, DateTimeOffset at, int except)
    {
        _matches.Clear();
        var whole = 0f;
        foreach (var feature in features)
        {
            var rarity = RarityOf(feature.Key);
            var weight = feature.Weight * rarity;
            whole += weight * weight;
            if (!_index.TryGetValue(feature.Key, out var slots) || slots.Count > MaxPostings)
            {
                continue;
            }

            foreach (var slot in slots)
            {
                if (slot == except)
                {
                    continue;
                }

                var held = _groups[slot].Features[feature.Key];
                ref var match = ref CollectionsMarshal.GetValueRefOrAddDefault(_matches, slot, out _);
                match.Dot += weight * rarity * held;
                match.Covered += weight * weight * (held / (held + (0.5f * feature.Weight)));
                match.Shared += Math.Min(weight, held);
            }
        }

        var ranked = new List<(int Slot, float Score)>(_matches.Count);
        foreach (var (slot, match) in _matches)
        {
            ranked.Add((slot, ScoreOf(match, whole, _groups[slot], at)));
        }

        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Slot.CompareTo(b.Slot));
        return ranked;
    }

    private float ScoreOf(Match match, float whole, StoryGroup group, DateTimeOffset at)
    {
        var cosine = match.Dot / MathF.Sqrt(whole * NormOf(group));
        var covered = match.Covered / whole;
        var silence = Math.Abs((at - group.LastSeen).TotalHours) / _weights.HalfLifeHours;
        var evidence = match.Shared * match.Shared / ((match.Shared * match.Shared) + (_weights.Evidence * _weights.Evidence));
        return evidence * ((_weights.Coverage * covered) + ((1 - _weights.Coverage) * cosine)) / (1 + (float)(silence * silence));
    }

    // Rarities move slowly, so a sum of them is made anew only now and then.
    private float NormOf(StoryGroup group)
    {
        var age = _next / NormLife;
        if (group.Norm is { } known && known.Age == age)
        {
            return known.Sum;
        }

        var sum = 0f;
        foreach (var (key, held) in group.Features)
        {
            var weight = held * RarityOf(key);
            sum += weight * weight;
        }

        group.Norm = (age, sum);
        return sum;
    }

    private bool IsCopy(StoryGroup group, StoryFeature[] features)
    {
        foreach (var (_, other) in group.Members)
        {
            if (StoryLikeness.Of(features, other) >= _weights.Copy)
            {
                return true;
            }
        }

        return false;
    }

    private void MergeIfAlike(int a, int b)
    {
        var small = _groups[a].Wordings <= _groups[b].Wordings ? a : b;
        var big = small == a ? b : a;
        foreach (var (slot, score) in Rank(Mean(_groups[small]), _groups[small].LastSeen, small))
        {
            if (slot == big)
            {
                if (score >= _weights.Merge)
                {
                    Merge(small, big);
                }

                return;
            }
        }
    }

    // The older one stays, so that a story keeps its id.
    private void Merge(int a, int b)
    {
        var (kept, gone) = a < b ? (a, b) : (b, a);
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
        Point(_posts, gone, kept);
        Point(_wordings, gone, kept);
        Trim(kept, group);
    }

    private static void Point(Dictionary<ulong, int> map, int from, int to)
    {
        foreach (var (key, slot) in map)
        {
            if (slot == from)
            {
                map[key] = to;
            }
        }
    }

    private void LetGo()
    {
        var (slot, group) = _groups.OrderBy(entry => entry.Value.Wordings > 1).ThenBy(entry => entry.Value.LastSeen).ThenBy(entry => entry.Key).First();
        foreach (var key in group.Features.Keys)
        {
            Unpost(key, slot);
        }

        _groups.Remove(slot);
    }

    private void Remember(ulong id, ulong wording, int slot)
    {
        if (_posts.Count >= MaxRecent)
        {
            Forget(_posts);
            Forget(_wordings);
        }

        _posts[id] = slot;
        if (wording != 0)
        {
            _wordings[wording] = slot;
        }
    }

    // Those of stories that were let go, and of the older half of the rest.
    private void Forget(Dictionary<ulong, int> map)
    {
        var middle = _groups.Keys.ElementAtOrDefault(_groups.Count / 2);
        foreach (var (key, slot) in map)
        {
            if (slot < middle || !_groups.ContainsKey(slot))
            {
                map.Remove(key);
            }
        }
    }

    private Story Describe(StoryGroup group) => new()
    {
        Id = IdOf(group),
        FirstSeenUtc = group.FirstSeen,
        LastSeenUtc = group.LastSeen,
        Posts = group.Posts,
        Wordings = group.Wordings,
        Authors = group.Authors.Count,
        Negative = group.Negative,
        Neutral = group.Neutral,
        Positive = group.Positive,
        Platforms = group.Platforms,
        Languages = group.Languages,
        PerHour = group.PerHour(),
        Reach = group.Reach,
        Central = Central(group),
    };

    private string[] Central(StoryGroup group)
    {
        float Sum(StoryFeature[] features)
        {
            float dot = 0, norm = 0;
            foreach (var feature in features)
            {
                var weight = feature.Weight * RarityOf(feature.Key);
                dot += weight * group.Features.GetValueOrDefault(feature.Key);
                norm += weight * weight;
            }

            return norm == 0 ? 0 : dot / MathF.Sqrt(norm);
        }

        return [.. group.Members.OrderByDescending(member => Sum(member.Features)).ThenBy(member => member.PostId, StringComparer.Ordinal).Take(MaxCentral).Select(member => member.PostId)];
    }

    private struct Match
    {
        public float Dot;
        public float Covered;
        public float Shared;
    }
}
