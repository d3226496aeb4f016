using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Contracts;

/// <summary>How every contract is written as JSON: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(MentionBatch))]
[JsonSerializable(typeof(PackedMentions))]
[JsonSerializable(typeof(ScoredMention))]
[JsonSerializable(typeof(HardCaseBatch))]
[JsonSerializable(typeof(PollOrder))]
[JsonSerializable(typeof(DetectionOrder))]
[JsonSerializable(typeof(AlertMessage))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(CoverageRecord))]
[JsonSerializable(typeof(PoisonMessage))]
[JsonSerializable(typeof(SourceState))]
[JsonSerializable(typeof(RollupDocument))]
[JsonSerializable(typeof(BudgetDay))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(TermTally))]
[JsonSerializable(typeof(ErasureOrder))]
[JsonSerializable(typeof(ErasureRecord))]
public sealed partial class SocialListeningJsonContext : JsonSerializerContext;
