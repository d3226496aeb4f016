using System.Collections.Concurrent;
using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Target;

namespace SocialListening.Scoring;

/// <summary>Tells the tone towards one brand in texts that name somebody else too.</summary>
public sealed class BrandTargetScoring
{
    private readonly TargetScorer _scorer;
    private readonly IBrandNames _names;
    private readonly ConcurrentDictionary<string, NameFinder> _finders = new(StringComparer.Ordinal);

    /// <summary>Scores with the embedded scorer, which may be shared.</summary>
    /// <param name="scorer">The embedded scorer.</param>
    /// <param name="names">How the brands are named.</param>
    public BrandTargetScoring(EmbeddedScorer scorer, IBrandNames names)
    {
        _scorer = new TargetScorer(scorer);
        _names = names;
    }

    /// <summary>The tone towards the brand; <see langword="null"/> when the text does not name it, or names nobody else.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language, as a score says it.</param>
    public TargetSentiment? Score(string brandId, string text, string language)
    {
        var ranges = _finders.GetOrAdd(brandId, id => new NameFinder(_names.Of(id))).Find(text);
        return ranges.Count > 0 && _scorer.ScoreApart(text, ranges, language) is { } score
            ? new TargetSentiment(score.Sentiment, score.Negative, score.Neutral, score.Positive)
            : null;
    }
}
