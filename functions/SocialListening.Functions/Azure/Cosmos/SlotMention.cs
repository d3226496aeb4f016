using System.Text.Json.Nodes;
using SocialListening.Contracts;
using SocialListening.Privacy;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>A mention within a transaction.</summary>
/// <param name="id">Its id.</param>
/// <param name="etag">The version that was read.</param>
/// <param name="value">The mention.</param>
internal sealed class SlotMention(string id, string? etag, ScoredMention value) : SlotDocument(id, etag)
{
    /// <summary>The mention as it is to be.</summary>
    public ScoredMention Value { get; set; } = value;

    /// <summary>Whether it is to be deleted.</summary>
    public bool Erased { get; set; }

    /// <inheritdoc/>
    public override JsonObject ToJson(string slot, RetentionOptions retention) => CosmosMentions.ToDocument(Value, Id, slot, retention.Mentions);
}
