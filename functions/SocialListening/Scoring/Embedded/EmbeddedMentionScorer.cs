using SocialListening.Contracts;

namespace SocialListening.Scoring.Embedded;

/// <summary>The embedded scorer behind the scoring port: answers at once, never fails a mention, calls no service.</summary>
public sealed class EmbeddedMentionScorer : IMentionScorer
{
    private readonly EmbeddedScorer _scorer;

    /// <summary>Scores with <paramref name="scorer"/>, which may be shared.</summary>
    public EmbeddedMentionScorer(EmbeddedScorer scorer)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        _scorer = scorer;
        Engine = "embedded/" + scorer.ModelVersion;
    }

    /// <summary><c>embedded/</c> and the model's version.</summary>
    public string Engine { get; }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ScoringResult>> ScoreAsync(
        IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var results = new ScoringResult[mentions.Count];
        for (var i = 0; i < results.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i] = ScoringResult.Scored(Score(mentions[i].Text, mentions[i].Language));
        }

        return ValueTask.FromResult<IReadOnlyList<ScoringResult>>(results);
    }

    /// <summary>All that is stored of one text, but for the tone towards a brand. Cuts the text into words once.</summary>
    /// <param name="text">The post, personal data masked.</param>
    /// <param name="languageHint">The language that the platform names; <see langword="null"/> for none.</param>
    public MentionScore Score(string text, string? languageHint = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var score = _scorer.Score(text, languageHint, out var tokens);
        return MentionScores.Of(text, tokens, score, Engine);
    }
}
