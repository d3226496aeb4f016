using SocialListening.Contracts;

namespace SocialListening.Scoring;

/// <summary>Tells language and tone of texts.</summary>
public interface IMentionScorer
{
    /// <summary>The engine and its version as stored with each score, such as <c>lexicon/1</c>.</summary>
    string Engine { get; }

    /// <summary>Scores mentions. The same text gives the same score.</summary>
    /// <param name="mentions">The mentions, any number.</param>
    /// <param name="cancellationToken">Cancels between mentions.</param>
    /// <returns>A result for each mention, in order: a score, or the reason why there is none.</returns>
    ValueTask<IReadOnlyList<ScoringResult>> ScoreAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken);
}
