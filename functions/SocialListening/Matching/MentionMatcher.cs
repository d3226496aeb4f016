using System.Collections.Concurrent;
using SocialListening.Collecting;
using SocialListening.Contracts;

namespace SocialListening.Matching;

/// <summary>
/// Says which brands a mention is about. Each text is folded and cut into words once, and only the queries of which it holds a
/// term are evaluated. Safe for many threads at once; keeps no mention.
/// </summary>
public sealed class MentionMatcher : IMentionMatcher
{
    private readonly ConcurrentBag<MatchWorkspace> _free = [];
    private readonly TermIndex _index = new();
    private readonly string[] _ids;
    private readonly string[][] _alone;
    private readonly QueryTest[] _tests;
    private readonly int[][] _queriesOfTerm;
    private readonly int[] _always;

    /// <summary>Reads the queries of the brands.</summary>
    /// <param name="brands">The brands, with valid queries.</param>
    /// <exception cref="ArgumentException">A query cannot be read; names the brand and points at the column.</exception>
    public MentionMatcher(IEnumerable<Brand> brands)
        : this(Parse(brands).ToArray())
    {
    }

    internal MentionMatcher(IReadOnlyList<KeyValuePair<string, BrandQuery>> queries)
    {
        KeyValuePair<string, BrandQuery>[] ordered = queries.OrderBy(q => q.Key, StringComparer.Ordinal).ToArray();
        _ids = ordered.Select(q => q.Key).ToArray();
        _alone = _ids.Select(id => new[] { id }).ToArray();
        _tests = new QueryTest[ordered.Length];
        List<(int Term, int Query)> uses = [];
        for (int i = 0; i < ordered.Length; i++)
        {
            HashSet<int> terms = [];
            _tests[i] = QueryTest.Compile(ordered[i].Value.Root, _index, terms);
            uses.AddRange(terms.Select(t => (t, i)));
        }

        ILookup<int, int> byTerm = uses.ToLookup(u => u.Term, u => u.Query);
        _queriesOfTerm = Enumerable.Range(0, _index.Count).Select(t => byTerm[t].ToArray()).ToArray();
        _always = Enumerable.Range(0, ordered.Length).Where(i => QueryShape.CanBeTrueWithoutText(ordered[i].Value.Root)).ToArray();
    }

    /// <summary>Gives the ids of the brands whose query matches, in ordinal order; empty when there is none.</summary>
    /// <param name="mention">The mention; its text is read up to any length in linear time.</param>
    public IReadOnlyList<string> Match(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        if (!_free.TryTake(out MatchWorkspace? work))
        {
            work = new MatchWorkspace(_index.Count, _tests.Length);
        }

        try
        {
            work.Begin(mention);
            return Match(work);
        }
        finally
        {
            _free.Add(work);
        }
    }

    private string[] Match(MatchWorkspace work)
    {
        _index.Find(work);
        foreach (int query in _always)
        {
            work.AddQuery(query);
        }

        foreach (int term in work.Hits)
        {
            foreach (int query in _queriesOfTerm[term])
            {
                work.AddQuery(query);
            }
        }

        List<int> matched = work.Queries;
        int count = 0;
        for (int i = 0; i < matched.Count; i++)
        {
            if (_tests[matched[i]].Holds(work))
            {
                matched[count++] = matched[i];
            }
        }

        if (count <= 1)
        {
            return count == 0 ? [] : _alone[matched[0]];
        }

        matched.RemoveRange(count, matched.Count - count);
        matched.Sort();
        return matched.ConvertAll(i => _ids[i]).ToArray();
    }

    private static IEnumerable<KeyValuePair<string, BrandQuery>> Parse(IEnumerable<Brand> brands)
    {
        ArgumentNullException.ThrowIfNull(brands);
        foreach (Brand brand in brands)
        {
            QueryParseResult result = BrandQuery.Parse(brand.Query);
            yield return result.IsValid
                ? new(brand.Id, result.Query)
                : throw new ArgumentException($"The query of brand '{brand.Id}' cannot be read:\n{result.Error.ToCaret(brand.Query)}", nameof(brands));
        }
    }
}
