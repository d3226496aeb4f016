using System.Text.Json;

namespace SocialListening.Functions.Tests.Language;

/// <summary>A request as the server saw it.</summary>
internal sealed record LanguageRequest(string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Kind => Json.GetProperty("kind").GetString()!;

    public IReadOnlyList<string> Texts => [.. Documents.Select(document => document.GetProperty("text").GetString()!)];

    public IReadOnlyList<JsonElement> Documents => [.. Json.GetProperty("analysisInput").GetProperty("documents").EnumerateArray()];
}
