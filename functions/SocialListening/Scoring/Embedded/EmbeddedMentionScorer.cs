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
            var text = mentions[i].Text;
            results[i] = ScoringResult.Scored(MentionScores.Of(text, _scorer.Score(text, mentions[i].Language), Engine));
        }

        return ValueTask.FromResult<IReadOnlyList<ScoringResult>>(results);
    }
}
