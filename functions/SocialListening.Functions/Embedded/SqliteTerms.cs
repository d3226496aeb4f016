using SocialListening.Contracts;
using SocialListening.Rollups;

namespace SocialListening.Functions.Embedded;

/// <summary>The key phrases of the hours and days that one transaction changes, each read and written once.</summary>
/// <param name="session">The writing connection.</param>
/// <param name="brand">The brand's number.</param>
internal sealed class SqliteTerms(SqliteSession session, long brand)
{
    private const string Select = "SELECT body FROM term WHERE brand = ?1 AND span = ?2 AND start = ?3";
    private const string Upsert = "INSERT OR REPLACE INTO term (brand, span, start, body) VALUES (?1, ?2, ?3, ?4)";

    private static readonly TermSpan[] Spans = Enum.GetValues<TermSpan>();

    private readonly Dictionary<(TermSpan Span, long Start), TermTally> _changed = [];

    /// <summary>Moves a mention from how it counted to how it counts.</summary>
    /// <param name="created">When it was made.</param>
    /// <param name="before">Its score before; <see langword="null"/> for a new mention.</param>
    /// <param name="after">Its score now; <see langword="null"/> for one that goes.</param>
    public void Move(DateTimeOffset created, MentionScore? before, MentionScore? after)
    {
        if ((before?.KeyPhrases.Count ?? 0) + (after?.KeyPhrases.Count ?? 0) == 0)
        {
            return;
        }

        foreach (var span in Spans)
        {
            var start = TermCounting.StartOf(span, created).UtcTicks;
            if (!_changed.TryGetValue((span, start), out var tally))
            {
                tally = session.Scalar(Select, brand, (long)span, start) is byte[] body ? EmbeddedJson.Read(body, SocialListeningJsonContext.Default.TermTally) : new TermTally();
                _changed.Add((span, start), tally);
            }

            TermCounting.Move(tally, TermCounting.Capacity(span), before, after);
        }
    }

    /// <summary>Writes what was changed.</summary>
    public void Save()
    {
        foreach (var ((span, start), tally) in _changed)
        {
            session.Execute(Upsert, brand, (long)span, start, EmbeddedJson.Write(tally, SocialListeningJsonContext.Default.TermTally));
        }
    }
}
