using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads the answers of <c>POST /language/:analyze-text</c>. A body that is not what the service documents throws.</summary>
internal static class ResponseBody
{
    public static AnalyzeSentimentResultCollection Sentiment(BinaryData body, IReadOnlyDictionary<string, int> order)
    {
        using var json = JsonDocument.Parse(body);
        var results = Results(json, "SentimentAnalysisResults");
        var list = Collect(
            results, order, (id, error) => new AnalyzeSentimentResult(id, error), (id, statistics, document) => new AnalyzeSentimentResult(id, statistics, SentimentReader.Document(document, results)));
        return new AnalyzeSentimentResultCollection(list, Statistics(results), Model(results));
    }

    public static DetectLanguageResultCollection Language(BinaryData body, IReadOnlyDictionary<string, int> order)
    {
        using var json = JsonDocument.Parse(body);
        var results = Results(json, "LanguageDetectionResults");
        var list = Collect(
            results, order, (id, error) => new DetectLanguageResult(id, error), (id, statistics, document) => new DetectLanguageResult(id, statistics, Language(document)));
        return new DetectLanguageResultCollection(list, Statistics(results), Model(results));
    }

    public static ExtractKeyPhrasesResultCollection KeyPhrases(BinaryData body, IReadOnlyDictionary<string, int> order)
    {
        using var json = JsonDocument.Parse(body);
        var results = Results(json, "KeyPhraseExtractionResults");
        var list = Collect(
            results, order, (id, error) => new ExtractKeyPhrasesResult(id, error), (id, statistics, document) => new ExtractKeyPhrasesResult(id, statistics, KeyPhrases(document)));
        return new ExtractKeyPhrasesResultCollection(list, Statistics(results), Model(results));
    }

    public static RecognizePiiEntitiesResultCollection PersonalData(BinaryData body, IReadOnlyDictionary<string, int> order)
    {
        using var json = JsonDocument.Parse(body);
        var results = Results(json, "PiiEntityRecognitionResults");
        var list = Collect(
            results, order, (id, error) => new RecognizePiiEntitiesResult(id, error), (id, statistics, document) => new RecognizePiiEntitiesResult(id, statistics, PersonalData(document)));
        return new RecognizePiiEntitiesResultCollection(list, Statistics(results), Model(results));
    }

    public static List<TextAnalyticsWarning> Warnings(JsonElement document) => document.TryGetProperty("warnings", out var warnings)
        ? [.. warnings.EnumerateArray().Select(warning => new TextAnalyticsWarning(Text(warning, "code"), Text(warning, "message")))]
        : [];

    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement Results(JsonDocument json, string kind)
    {
        var found = json.RootElement.GetProperty("kind").GetString();
        return found == kind
            ? json.RootElement.GetProperty("results")
            : throw new InvalidCastException($"The service answered with {found} where {kind} was due.");
    }

    private static List<T> Collect<T>(
        JsonElement results, IReadOnlyDictionary<string, int> order, Func<string, TextAnalyticsError, T> failed, Func<string, TextDocumentStatistics, JsonElement, T> answered)
        where T : TextAnalyticsResult
    {
        var list = new List<T>();
        foreach (var error in results.GetProperty("errors").EnumerateArray())
        {
            list.Add(failed(error.GetProperty("id").GetString(), Error(error.GetProperty("error"))));
        }

        foreach (var document in results.GetProperty("documents").EnumerateArray())
        {
            list.Add(answered(document.GetProperty("id").GetString(), DocumentStatistics(document), document));
        }

        // As in the real package an id that was not asked for is a KeyNotFoundException.
        return [.. list.OrderBy(result => order[result.Id])];
    }

    private static TextAnalyticsError Error(JsonElement error) => error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object
        ? new TextAnalyticsError(Text(inner, "code"), Text(inner, "message"), Text(inner, "target"))
        : new TextAnalyticsError(Text(error, "code"), Text(error, "message"), Text(error, "target"));

    private static string Model(JsonElement results) => results.GetProperty("modelVersion").GetString();

    private static TextDocumentStatistics DocumentStatistics(JsonElement document) => document.TryGetProperty("statistics", out var statistics)
        ? new TextDocumentStatistics(statistics.GetProperty("charactersCount").GetInt32(), statistics.GetProperty("transactionsCount").GetInt32())
        : default;

    private static TextDocumentBatchStatistics Statistics(JsonElement results) => results.TryGetProperty("statistics", out var statistics)
        ? new TextDocumentBatchStatistics(
            statistics.GetProperty("documentsCount").GetInt32(),
            statistics.GetProperty("validDocumentsCount").GetInt32(),
            statistics.GetProperty("erroneousDocumentsCount").GetInt32(),
            statistics.GetProperty("transactionsCount").GetInt64())
        : null;

    private static DetectedLanguage Language(JsonElement document)
    {
        var language = document.GetProperty("detectedLanguage");
        return new DetectedLanguage(
            language.GetProperty("name").GetString(), language.GetProperty("iso6391Name").GetString(), language.GetProperty("confidenceScore").GetDouble(), Warnings(document));
    }

    private static KeyPhraseCollection KeyPhrases(JsonElement document) =>
        new([.. document.GetProperty("keyPhrases").EnumerateArray().Select(phrase => phrase.GetString())], Warnings(document));

    private static PiiEntityCollection PersonalData(JsonElement document) => new(
        [.. document.GetProperty("entities").EnumerateArray().Select(entity => new PiiEntity(
            entity.GetProperty("text").GetString(),
            entity.GetProperty("category").GetString(),
            Text(entity, "subcategory"),
            entity.GetProperty("confidenceScore").GetDouble(),
            entity.GetProperty("offset").GetInt32(),
            entity.GetProperty("length").GetInt32()))],
        document.GetProperty("redactedText").GetString(),
        Warnings(document));
}
