using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Target;

/// <summary>
/// Sentiment towards the brand or cause that matched, when the text names another one too: 'A is great, but B let me
/// down'. Scores the clauses that name the target, and those after them that name nobody else. The target's name itself carries
/// no tone; the others' names stay as they are written.
/// </summary>
public sealed class TargetScorer
{
    [ThreadStatic]
    private static TokenBuffer? _buffer;

    private readonly EmbeddedScorer _scorer;

    /// <summary>Scores clauses with <paramref name="scorer"/>, which may be shared.</summary>
    public TargetScorer(EmbeddedScorer scorer)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        _scorer = scorer;
    }

    /// <summary>
    /// The sentiment towards the target. <see cref="TargetScore.IsWholeText"/> says that the text names nobody else, or
    /// does not name the target in <paramref name="targets"/>, and that the score is that of the whole text.
    /// </summary>
    /// <param name="text">The post as written.</param>
    /// <param name="targets">Where the target's names stand, as UTF-16 ranges into the text; out-of-range parts are ignored.</param>
    /// <param name="languageHint">As for <see cref="EmbeddedScorer.Score(ReadOnlySpan{char}, string)"/>.</param>
    public TargetScore Score(string text, IReadOnlyList<Range> targets, string? languageHint = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(targets);
        var whole = _scorer.ScoreTone(NeutralText.Of(text, targets), languageHint);
        return ScoreApart(text, targets, whole.Language) ?? new TargetScore(whole.Negative, whole.Neutral, whole.Positive, IsWholeText: true);
    }

    /// <summary>
    /// The sentiment towards the target where it is told apart from that of the whole text; <see langword="null"/> when the
    /// text names nobody else, or does not name the target. Does not score the whole text.
    /// </summary>
    /// <param name="text">The post as written.</param>
    /// <param name="targets">As for <see cref="Score"/>.</param>
    /// <param name="language">The language of the whole text, ISO 639-1 or <c>und</c>.</param>
    public TargetScore? ScoreApart(string text, IReadOnlyList<Range> targets, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(targets);
        var buffer = _buffer ??= new TokenBuffer();
        Tokenizer.Read(text, buffer);
        var clauses = Clauses.Read(text, buffer, targets);
        if (!clauses.Exists(c => c.NamesTarget) || !clauses.Exists(c => c.NamesOther))
        {
            return null;
        }

        var unnamed = NeutralText.Of(text, targets);
        float negative = 0, neutral = 0, positive = 0, weights = 0;
        var isAboutTarget = false;
        foreach (var clause in clauses)
        {
            isAboutTarget = clause.NamesTarget || (isAboutTarget && !clause.NamesOther);
            if (isAboutTarget)
            {
                var score = _scorer.ScoreToneIn(unnamed.AsSpan(clause.Start, clause.Length), language);

                // A clause that says more counts more.
                var weight = clause.Words * (0.2f + Math.Abs(score.Balance));
                negative += weight * score.Negative;
                neutral += weight * score.Neutral;
                positive += weight * score.Positive;
                weights += weight;
            }
        }

        return weights > 0
            ? new TargetScore(negative / weights, neutral / weights, positive / weights, IsWholeText: false)
            : null;
    }
}
