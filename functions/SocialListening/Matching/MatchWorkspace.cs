using SocialListening.Contracts;

namespace SocialListening.Matching;

/// <summary>The buffers of one matching call, used again by the next.</summary>
internal sealed class MatchWorkspace(int terms, int queries)
{
    private readonly int[] _termRound = new int[terms];
    private readonly int[] _queryRound = new int[queries];
    private readonly List<(int First, int Last)>?[] _places = new List<(int, int)>?[terms];
    private int _round;

    /// <summary>The text of the mention.</summary>
    public FoldedText Text { get; } = new();

    /// <summary>The mention.</summary>
    public Mention Mention { get; private set; } = null!;

    /// <summary>The terms that were found, each once.</summary>
    public List<int> Hits { get; } = [];

    /// <summary>The queries that have to be evaluated or did match.</summary>
    public List<int> Queries { get; } = [];

    /// <summary>Starts with another mention.</summary>
    public void Begin(Mention mention)
    {
        _round++;
        Mention = mention;
        Hits.Clear();
        Queries.Clear();
        Text.Read(mention.Text);
    }

    /// <summary>Notes that a term was found.</summary>
    public void Hit(int term)
    {
        if (_termRound[term] != _round)
        {
            _termRound[term] = _round;
            _places[term]?.Clear();
            Hits.Add(term);
        }
    }

    /// <summary>Whether a term was found.</summary>
    public bool Has(int term) => _termRound[term] == _round;

    /// <summary>Notes where a found term stands.</summary>
    public void NotePlace(int term, int first, int last) => (_places[term] ??= []).Add((first, last));

    /// <summary>Where a found term stands, in the order of the text.</summary>
    public List<(int First, int Last)> Places(int term) => Has(term) && _places[term] is { } places ? places : [];

    /// <summary>Notes a query once.</summary>
    public void AddQuery(int query)
    {
        if (_queryRound[query] != _round)
        {
            _queryRound[query] = _round;
            Queries.Add(query);
        }
    }
}
