using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialListening.Functions.Tests.Language;

/// <summary>
/// A crude analysis in the service's form and within its limits: a text with "bad" or "honte" is negative, one with "good" or
/// "merci" positive, another neutral; languages beyond the list are refused.
/// </summary>
internal static class LanguageAnalysis
{
    private static readonly string[] Languages = ["ar", "de", "en", "es", "fr", "hi", "it", "pt", "nl", "pt-BR"];

    public static (JsonObject Body, int Billed) Answer(JsonElement request)
    {
        var kind = request.GetProperty("kind").GetString()!;
        var documents = request.GetProperty("analysisInput").GetProperty("documents").EnumerateArray().ToArray();
        var most = kind switch { "PiiEntityRecognition" => 5, "LanguageDetection" => 1000, _ => 10 };
        if (documents.Length > most)
        {
            return (Refuse("InvalidDocumentBatch", $"Batch request contains too many records. Max {most} records are permitted."), 0);
        }

        var answered = new JsonArray();
        var errors = new JsonArray();
        var billed = 0;
        foreach (var document in documents)
        {
            var text = document.GetProperty("text").GetString()!;
            var elements = new StringInfo(text).LengthInTextElements;
            if (Error(kind, document, text, elements) is { } error)
            {
                errors.Add(new JsonObject { ["id"] = document.GetProperty("id").GetString(), ["error"] = error });
                continue;
            }

            var records = (elements + 999) / 1000;
            billed += records;
            var result = Result(kind, text);
            result["id"] = document.GetProperty("id").GetString();
            result["statistics"] = new JsonObject { ["charactersCount"] = elements, ["transactionsCount"] = records };
            result["warnings"] = new JsonArray();
            answered.Add(result);
        }

        var results = new JsonObject
        {
            ["statistics"] = new JsonObject
            {
                ["documentsCount"] = documents.Length,
                ["validDocumentsCount"] = answered.Count,
                ["erroneousDocumentsCount"] = errors.Count,
                ["transactionsCount"] = billed,
            },
            ["documents"] = answered,
            ["errors"] = errors,
            ["modelVersion"] = "2022-11-01",
        };
        return (new JsonObject { ["kind"] = kind + "Results", ["results"] = results }, billed);
    }

    private static JsonObject Refuse(string code, string message) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = "InvalidRequest",
            ["message"] = "Invalid Document in request.",
            ["innererror"] = new JsonObject { ["code"] = code, ["message"] = message },
        },
    };

    private static JsonObject? Error(string kind, JsonElement document, string text, int elements)
    {
        var inner = elements == 0 ? ("InvalidDocument", "Document text is empty.")
            : elements > 5120 ? ("InvalidDocument", "A document within the request was too large to be processed. Limit document size to: 5120 text elements.")
            : kind != "LanguageDetection" && !Languages.Contains(document.GetProperty("language").GetString()) ? ("UnsupportedLanguageCode", "Invalid language code.")
            : text.Contains("refuse this", StringComparison.Ordinal) ? ("InvalidArgument", "No.")
            : ((string Code, string Message)?)null;
        return inner is not { } found ? null : new JsonObject
        {
            ["code"] = "InvalidArgument",
            ["message"] = "Invalid document.",
            ["innererror"] = new JsonObject { ["code"] = found.Item1, ["message"] = found.Item2 },
        };
    }

    private static JsonObject Result(string kind, string text) => kind switch
    {
        "LanguageDetection" => new JsonObject { ["detectedLanguage"] = Language(text) },
        "KeyPhraseExtraction" => new JsonObject { ["keyPhrases"] = new JsonArray([.. text.Split(' ').Where(word => word.Length > 4).Distinct().Select(word => (JsonNode)word)]) },
        "PiiEntityRecognition" => new JsonObject { ["redactedText"] = text, ["entities"] = new JsonArray() },
        _ => Sentiment(text),
    };

    private static JsonObject Language(string text) => text.Contains("zzz", StringComparison.Ordinal)
        ? new JsonObject { ["name"] = "(Unknown)", ["iso6391Name"] = "(Unknown)", ["confidenceScore"] = 0.0 }
        : text.Contains("merci", StringComparison.Ordinal)
            ? new JsonObject { ["name"] = "French", ["iso6391Name"] = "fr", ["confidenceScore"] = 0.97 }
            : new JsonObject { ["name"] = "English", ["iso6391Name"] = "en", ["confidenceScore"] = 0.99 };

    private static JsonObject Sentiment(string text)
    {
        var tone = text.Contains("bad", StringComparison.Ordinal) || text.Contains("honte", StringComparison.Ordinal) ? "negative"
            : text.Contains("good", StringComparison.Ordinal) || text.Contains("merci", StringComparison.Ordinal) ? "positive" : "neutral";
        return new JsonObject
        {
            ["sentiment"] = tone,
            ["confidenceScores"] = Scores(tone),
            ["sentences"] = new JsonArray(new JsonObject
            {
                ["sentiment"] = tone,
                ["confidenceScores"] = Scores(tone),
                ["offset"] = 0,
                ["length"] = text.Length,
                ["text"] = text,
            }),
        };
    }

    private static JsonObject Scores(string tone) => new()
    {
        ["positive"] = tone == "positive" ? 0.9 : 0.05,
        ["neutral"] = tone == "neutral" ? 0.9 : 0.05,
        ["negative"] = tone == "negative" ? 0.9 : 0.05,
    };
}
