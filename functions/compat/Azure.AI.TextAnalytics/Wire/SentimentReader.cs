using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads the tone of a document, its sentences, and the opinions in them, which refer to each other by JSON pointers.</summary>
internal static partial class SentimentReader
{
    public static DocumentSentiment Document(JsonElement document, JsonElement results) => new(
        Tone(document),
        Scores(document),
        [.. document.GetProperty("sentences").EnumerateArray().Select(sentence => Sentence(sentence, results))],
        ResponseBody.Warnings(document));

    private static SentenceSentiment Sentence(JsonElement sentence, JsonElement results) => new(
        Tone(sentence),
        sentence.GetProperty("text").GetString(),
        Scores(sentence),
        sentence.GetProperty("offset").GetInt32(),
        sentence.GetProperty("length").GetInt32(),
        [.. Opinions(sentence, results)]);

    private static IEnumerable<SentenceOpinion> Opinions(JsonElement sentence, JsonElement results)
    {
        if (!sentence.TryGetProperty("targets", out var targets))
        {
            yield break;
        }

        foreach (var target in targets.EnumerateArray())
        {
            var scores = target.GetProperty("confidenceScores");
            var assessments = target.GetProperty("relations").EnumerateArray()
                .Where(relation => relation.GetProperty("relationType").GetString() == "assessment")
                .Select(relation => Assessment(relation.GetProperty("ref").GetString(), results));
            yield return new SentenceOpinion(
                new TargetSentiment(
                    Tone(target),
                    target.GetProperty("text").GetString(),
                    scores.GetProperty("positive").GetDouble(),
                    scores.GetProperty("negative").GetDouble(),
                    target.GetProperty("offset").GetInt32(),
                    target.GetProperty("length").GetInt32()),
                [.. assessments]);
        }
    }

    private static AssessmentSentiment Assessment(string pointer, JsonElement results)
    {
        var match = Pointer().Match(pointer);
        if (!match.Success)
        {
            throw new InvalidOperationException($"'{pointer}' points to no assessment.");
        }

        var found = results.GetProperty("documents")[Number(match, 1)].GetProperty("sentences")[Number(match, 2)].GetProperty("assessments")[Number(match, 3)];
        var scores = found.GetProperty("confidenceScores");
        return new AssessmentSentiment(
            Tone(found),
            found.GetProperty("text").GetString(),
            scores.GetProperty("positive").GetDouble(),
            scores.GetProperty("negative").GetDouble(),
            found.GetProperty("isNegated").GetBoolean(),
            found.GetProperty("offset").GetInt32(),
            found.GetProperty("length").GetInt32());
    }

    private static TextSentiment Tone(JsonElement element) => element.GetProperty("sentiment").GetString() switch
    {
        "positive" => TextSentiment.Positive,
        "neutral" => TextSentiment.Neutral,
        "negative" => TextSentiment.Negative,
        "mixed" => TextSentiment.Mixed,
        var other => throw new ArgumentException($"'{other}' is no tone."),
    };

    private static SentimentConfidenceScores Scores(JsonElement element)
    {
        var scores = element.GetProperty("confidenceScores");
        return new SentimentConfidenceScores(scores.GetProperty("positive").GetDouble(), scores.GetProperty("neutral").GetDouble(), scores.GetProperty("negative").GetDouble());
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^#/documents/([0-9]{1,9})/sentences/([0-9]{1,9})/assessments/([0-9]{1,9})$")]
    private static partial Regex Pointer();
}
