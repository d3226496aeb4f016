using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialListening.CosmosDouble.Journal;

/// <summary>How stored documents are written back: as they were.</summary>
internal static class RawJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 160 };
}
