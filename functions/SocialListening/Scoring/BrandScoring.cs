using System.Runtime.CompilerServices;
using SocialListening.Contracts;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Target;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring;

/// <summary>
/// Scores texts for one brand at a time: its own names carry no tone and are no topic, and the tone towards it is told where
/// others are named too.
/// </summary>
/// <remarks>
/// Each brand that a text matches has a score of its own, for which its own names alone are taken out: another brand's name
/// stays as written, be it matched or not. So the score for a brand hangs on the text and on that brand, never on which other
/// brands are listened to; two brands may have different scores for one text. Terms of topics stay as well: 'fraud' may be a
/// topic, and it is a tone. A text that names no brand has one score, the same for all.
/// </remarks>
public sealed class BrandScoring
{
    private readonly TargetScorer _targets;
    private readonly IBrandNames _names;
    private readonly BrandPhrases _phrases;
    private readonly ConditionalWeakTable<IReadOnlyList<string>, NameFinder> _finders = [];

    /// <summary>Scores with the embedded scorer, which may be shared.</summary>
    /// <param name="scorer">The embedded scorer.</param>
    /// <param name="names">How the brands are named.</param>
    public BrandScoring(EmbeddedScorer scorer, IBrandNames names)
    {
        _targets = new TargetScorer(scorer);
        _names = names;
        _phrases = new BrandPhrases(names);
    }

    /// <summary>Makes sure that the names of brands are known which came about lately; see <see cref="IBrandNames.LearnAsync"/>.</summary>
    /// <param name="brandIds">The brands of the texts to come.</param>
    /// <param name="since">When the texts were matched.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public ValueTask LearnAsync(IEnumerable<string> brandIds, DateTimeOffset since, CancellationToken cancellationToken) => _names.LearnAsync(brandIds, since, cancellationToken);

    /// <summary>Finds the brand's names in a text, and takes them out for scoring.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="text">The text.</param>
    public BrandText Read(string brandId, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = _names.Of(brandId);
        var names = _finders.GetValue(own, static list => new NameFinder(list)).Find(text);
        return new BrandText(brandId, text, NeutralText.Of(text, names), names) { Own = own };
    }

    /// <summary>
    /// Makes the brand's score of that of <see cref="BrandText.Neutral"/>: the explanation quotes the text as posted, key phrases
    /// that are nothing but the brand's name are left out, and the tone towards the brand is added when the text names it and
    /// somebody else.
    /// </summary>
    /// <param name="read">The text.</param>
    /// <param name="score">The score of <see cref="BrandText.Neutral"/>.</param>
    public MentionScore Complete(in BrandText read, MentionScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var phrases = _phrases.Without(read.Own, score.KeyPhrases);
        var tokens = Quoted(score.TopTokens, read.Text);
        if (!ReferenceEquals(phrases, score.KeyPhrases) || !ReferenceEquals(tokens, score.TopTokens))
        {
            score = score with { KeyPhrases = phrases, TopTokens = tokens };
        }

        return read.Names.Count > 0 && _targets.ScoreApart(read.Text, read.Names, score.Language) is { } target
            ? score with { Target = new TargetSentiment(target.Sentiment, target.Negative, target.Neutral, target.Positive) }
            : score;
    }

    // A link may hold a name; tokens are quoted from the text as posted.
    private static IReadOnlyList<WeighedToken> Quoted(IReadOnlyList<WeighedToken> tokens, string text)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text.Contains(NeutralText.Placeholder, StringComparison.Ordinal))
            {
                return QuotedAll(tokens, text);
            }
        }

        return tokens;
    }

    private static WeighedToken[] QuotedAll(IReadOnlyList<WeighedToken> tokens, string text) =>
        [.. tokens.Select(token => token with { Text = text.Substring(token.Start, token.Text.Length) })];
}
