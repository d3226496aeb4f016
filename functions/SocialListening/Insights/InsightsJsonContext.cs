using System.Text.Json;
using System.Text.Json.Serialization;
using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Insights;

/// <summary>How the answers of the HTTP API are written: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(BrandSummary))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(MentionList))]
[JsonSerializable(typeof(ScoredMention))]
[JsonSerializable(typeof(CorrectionList))]
[JsonSerializable(typeof(AlertList))]
[JsonSerializable(typeof(BrandList))]
[JsonSerializable(typeof(TermReport))]
[JsonSerializable(typeof(StoryReport))]
[JsonSerializable(typeof(PoisonList))]
[JsonSerializable(typeof(PoisonReplayResult))]
[JsonSerializable(typeof(ErasureList))]
public sealed partial class InsightsJsonContext : JsonSerializerContext;
