using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Writes the body of <c>POST /language/:analyze-text</c>.</summary>
internal static class RequestBody
{
    // What the real package sends: offsets that fit .NET strings.
    private const string StringIndexType = "Utf16CodeUnit";

    public static BinaryData Sentiment(IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions options, string defaultLanguage) =>
        Write("SentimentAnalysis", options, WriteStringIndexType(writer => WriteFlag(writer, "opinionMining", options.IncludeOpinionMining)), Texts(documents, defaultLanguage));

    public static BinaryData KeyPhrases(IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options, string defaultLanguage) =>
        Write("KeyPhraseExtraction", options, _ => { }, Texts(documents, defaultLanguage));

    public static BinaryData PersonalData(IEnumerable<TextDocumentInput> documents, RecognizePiiEntitiesOptions options, string defaultLanguage) =>
        Write("PiiEntityRecognition", options, WriteStringIndexType(writer => WriteFilters(writer, options)), Texts(documents, defaultLanguage));

    public static BinaryData Language(IEnumerable<DetectLanguageInput> documents, TextAnalyticsRequestOptions options, string defaultCountryHint) =>
        Write("LanguageDetection", options, _ => { }, writer => WriteDocuments(writer, documents, "countryHint", document => document.CountryHint ?? defaultCountryHint));

    private static BinaryData Write(string kind, TextAnalyticsRequestOptions options, Action<Utf8JsonWriter> parameters, Action<Utf8JsonWriter> documents)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteStartObject("analysisInput");
            documents(writer);
            writer.WriteEndObject();
            writer.WriteStartObject("parameters");
            parameters(writer);
            if (options.ModelVersion is { } version)
            {
                writer.WriteString("modelVersion", version);
            }

            WriteFlag(writer, "loggingOptOut", options.DisableServiceLogs);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return BinaryData.FromBytes(stream.ToArray());
    }

    private static Action<Utf8JsonWriter> Texts(IEnumerable<TextDocumentInput> documents, string defaultLanguage) =>
        writer => WriteDocuments(writer, documents, "language", document => document.Language ?? defaultLanguage);

    private static void WriteDocuments<T>(Utf8JsonWriter writer, IEnumerable<T> documents, string hintName, Func<T, string> hint)
        where T : TextAnalyticsInput
    {
        writer.WriteStartArray("documents");
        foreach (var document in documents)
        {
            writer.WriteStartObject();
            writer.WriteString("id", document.Id);
            writer.WriteString("text", document.Text);
            if (hint(document) is { } value)
            {
                writer.WriteString(hintName, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Action<Utf8JsonWriter> WriteStringIndexType(Action<Utf8JsonWriter> more) => writer =>
    {
        more(writer);
        writer.WriteString("stringIndexType", StringIndexType);
    };

    private static void WriteFilters(Utf8JsonWriter writer, RecognizePiiEntitiesOptions options)
    {
        if (options.DomainFilter == PiiEntityDomain.ProtectedHealthInformation)
        {
            writer.WriteString("domain", "phi");
        }

        if (options.CategoriesFilter.Count > 0)
        {
            writer.WriteStartArray("piiCategories");
            foreach (var category in options.CategoriesFilter)
            {
                writer.WriteStringValue(category.ToString());
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }
}
