using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Scoring.Cascade;

/// <summary>Replaces the embedded scores of stored mentions by the answers of the language service; counts follow in the same write.</summary>
internal sealed class Rescoring(PaidAnswers answers, IMentionRescoring store, OpenAlerts alerts, BrandOpinions opinions, BrandPhrases phrases, IOptions<CascadeOptions> options)
{
    // The embedded scorer's word for a language that it cannot tell.
    private const string Undetermined = "und";

    /// <summary>
    /// Asks for the texts of mentions, each once, and stores what came of it. A mention that changed since it was read keeps what
    /// it has and waits on. Doing it again changes nothing and costs nothing.
    /// </summary>
    /// <remarks>With scoring embedded nobody is asked, and what waits from another mode keeps its embedded score for good.</remarks>
    /// <param name="mentions">The mentions as they are stored, of any brands, any number.</param>
    /// <param name="cancellationToken">Cancels between calls and writes.</param>
    /// <returns>How many mentions need wait no longer.</returns>
    public async Task<int> RunAsync(IReadOnlyList<ScoredMention> mentions, CancellationToken cancellationToken)
    {
        if (options.Value.Mode == ScoringMode.Embedded)
        {
            await FinishAsync(mentions, cancellationToken).ConfigureAwait(false);
            return mentions.Count;
        }

        var keys = new string[mentions.Count];
        var texts = new Dictionary<string, HardText>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            var text = await TextOfAsync(mentions[i], cancellationToken).ConfigureAwait(false);
            keys[i] = text.Key;
            if (!texts.TryGetValue(text.Key, out var known) || known.Weight < text.Weight)
            {
                texts[text.Key] = text;
            }
        }

        var outcomes = await answers.GetAsync(texts.Values, cancellationToken).ConfigureAwait(false);
        var changes = mentions
            .Select((mention, i) => (Mention: mention, Score: ScoreAfter(mention, outcomes[keys[i]])))
            .ToArray();
        await StoreAsync(changes.Where(change => change.Score != change.Mention.Score), cancellationToken).ConfigureAwait(false);
        foreach (var waiting in changes.Select(change => change.Score.Pending).OfType<PendingReason>().CountBy(reason => reason))
        {
            ListeningMetrics.LanguagePending(waiting.Key.ToString().ToLowerInvariant(), waiting.Value);
        }

        return changes.Count(change => change.Score.Pending is null);
    }

    /// <summary>Makes the embedded scores of mentions final.</summary>
    /// <param name="mentions">The mentions as they are stored.</param>
    /// <param name="cancellationToken">Cancels between writes.</param>
    public Task FinishAsync(IEnumerable<ScoredMention> mentions, CancellationToken cancellationToken) =>
        StoreAsync(mentions.Select(mention => (mention, mention.Score with { Pending = null })), cancellationToken);

    private async Task StoreAsync(IEnumerable<(ScoredMention Mention, MentionScore Score)> changes, CancellationToken cancellationToken)
    {
        foreach (var brand in changes.GroupBy(change => change.Mention.BrandId, StringComparer.Ordinal))
        {
            var scores = brand.DistinctBy(change => change.Mention.Mention.Id, StringComparer.Ordinal)
                .Select(change => new RescoredMention(change.Mention.Mention.Id, change.Mention.Revision, change.Score));
            foreach (var page in scores.Chunk(IMentionRescoring.MaxRescored))
            {
                await store.RescoreAsync(brand.Key, page, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<HardText> TextOfAsync(ScoredMention scored, CancellationToken cancellationToken)
    {
        var language = scored.Score.Language == Undetermined ? null : scored.Score.Language;
        var weight = TextWeight.Of(scored, await alerts.AnyAsync(scored.BrandId, cancellationToken).ConfigureAwait(false));
        return new HardText(TextKey.Of(scored.Mention.Text, language), new LanguageQuestion(scored.Mention.Text, language), weight);
    }

    private MentionScore ScoreAfter(ScoredMention mention, TextOutcome outcome)
    {
        var score = mention.Score;
        if (outcome.Answer is not { } answer)
        {
            return score.Pending == outcome.Waits ? score : score with { Pending = outcome.Waits };
        }

        var rescored = score with
        {
            Language = score.Language == Undetermined ? answer.Language : score.Language,
            Sentiment = answer.Sentiment,
            Negative = answer.Negative,
            Neutral = answer.Neutral,
            Positive = answer.Positive,
            Engine = $"azure-language/{answer.ModelVersion}",
            Target = score.Target is null ? null : opinions.Of(mention.BrandId, answer.Opinions) ?? score.Target,
            KeyPhrases = phrases.Without(mention.BrandId, answer.KeyPhrases) is { Count: > 0 } found ? found : score.KeyPhrases,
            Pending = null,
        };

        // Tokens explain, and intents follow, the embedded answer, so they go with it.
        return rescored.Sentiment == score.Sentiment ? rescored : rescored with { TopTokens = [], Intents = ToneIntents.Settle(score.Intents, rescored) };
    }
}
