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

    private readonly StoryWeights _weights;
    private readonly StoryFeatures _reader;
    private readonly StoryIndex _index;
    private readonly StoryRanking _ranking;
    private readonly StoryConsolidation _consolidation;
    private readonly StoryMemory _memory = new();

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
        _index = new StoryIndex(weights.Prior);
        _ranking = new StoryRanking(_index, weights);
        _consolidation = new StoryConsolidation(_index, _ranking, weights);
    }

    /// <summary>Takes in a post; best in the order of time. A post that was taken in before changes nothing.</summary>
    /// <param name="post">The post.</param>
    public void Add(StoryPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var id = StoryHash.Of(post.Id);
        if (_memory.OfPost(id) is not null)
        {
            return;
        }

        var features = _reader.Read(post.Text, post.Language);
        var wording = _reader.Wording;
        if (FindKnown(post, wording) is { } known)
        {
            Count(post, id, wording, known);
            return;
        }

        var ranked = _ranking.Rank(features, post.CreatedAtUtc, post.CreatedAtUtc, except: -1);
        var joins = ranked.Count > 0 && ranked[0].Score >= _weights.Join;
        var slot = joins ? ranked[0].Slot : Begin(id);
        if (!joins || !IsCopy(_index[slot], features))
        {
            _index.Learn(slot, post.Id, features);
        }

        Count(post, id, wording, slot);
        if (joins && ranked.Count > 1 && ranked[1].Score >= _weights.Join)
        {
            MergeIfAlike(slot, ranked[1].Slot);
        }
    }

    /// <summary>Looks again at all stories and single posts: those that are alike by what has become known since become one.</summary>
    public void Consolidate() => _consolidation.Run(Merge);

    /// <summary>The stories of at least so many wordings, the one with the most posts first.</summary>
    /// <param name="leastWordings">1 or more; default 2, since a single wording is a post and no story.</param>
    public IReadOnlyList<Story> Stories(int leastWordings = 2) =>
    [
        .. _index.Groups.Values
            .Where(group => group.Wordings >= leastWordings)
            .OrderByDescending(group => group.Posts)
            .ThenBy(group => group.FirstSeen)
            .ThenBy(group => group.Id)
            .Select(group => StoryDescription.Of(group, _index)),
    ];

    /// <summary>The id of the story that a post was put into; <see langword="null"/> when the post is not known any more.</summary>
    /// <param name="postId">The mention's id.</param>
    public string? StoryOf(string postId) =>
        _memory.OfPost(StoryHash.Of(postId)) is { } slot && _index.Groups.TryGetValue(slot, out var group) ? StoryDescription.IdOf(group) : null;

    private int? FindKnown(StoryPost post, ulong wording)
    {
        if (post.ParentId is { } parent && _memory.OfPost(StoryHash.Of(parent)) is { } answered && _index.Groups.ContainsKey(answered))
        {
            return answered;
        }

        return _memory.OfWording(wording) is { } slot && _index.Groups.ContainsKey(slot) ? slot : null;
    }

    private void Count(StoryPost post, ulong id, ulong wording, int slot)
    {
        _index[slot].Count(post);
        _memory.Remember(id, wording, slot, _index.Groups);
    }

    private int Begin(ulong id)
    {
        if (_index.Groups.Count >= MaxStories)
        {
            _index.LetGo();
        }

        return _index.Begin(new StoryGroup { Id = id });
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
        var small = _index[a].Wordings <= _index[b].Wordings ? a : b;
        var big = small == a ? b : a;
        var group = _index[small];
        foreach (var (slot, score) in _ranking.Rank(group.Mean(), group.FirstSeen, group.LastSeen, small))
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
    private int Merge(int a, int b)
    {
        var (kept, gone) = a < b ? (a, b) : (b, a);
        _index.Merge(gone, kept);
        _memory.Move(gone, kept);
        return kept;
    }
}
