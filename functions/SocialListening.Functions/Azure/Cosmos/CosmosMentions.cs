using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The documents of mentions.</summary>
internal static class CosmosMentions
{
    /// <summary>The <c>type</c> of the documents.</summary>
    public const string Type = "mention";

    /// <summary>Gives the document id of a mention.</summary>
    /// <param name="mentionId">The mention's id.</param>
    public static string IdOf(string mentionId) => CosmosKeys.Id(Type, mentionId);

    /// <summary>
    /// Gives the place of a mention in the order of those that wait for a better score. Only they have it, so that the index
    /// of waiting ones is as small as their number.
    /// </summary>
    /// <param name="created">Its creation time.</param>
    /// <param name="mentionId">Its id.</param>
    public static string PendingPlace(DateTimeOffset created, string mentionId) => $"{CosmosJson.Instant(created)} {mentionId}";

    /// <summary>Gives a mention as a document.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="id">Its id.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="retention">How long it is kept from now on.</param>
    public static JsonObject ToDocument(ScoredMention mention, string id, string slot, TimeSpan retention)
    {
        var document = CosmosJson.ToObject(mention, SocialListeningJsonContext.Default.ScoredMention);
        document["id"] = id;
        document["slot"] = slot;
        document["type"] = Type;
        document["mentionId"] = mention.Mention.Id;
        document["createdAt"] = CosmosJson.Instant(mention.Mention.CreatedAtUtc);
        document["ttl"] = (int)retention.TotalSeconds;
        if (mention.Score.Pending is not null)
        {
            document["pendingPlace"] = PendingPlace(mention.Mention.CreatedAtUtc, mention.Mention.Id);
        }

        return document;
    }

    /// <summary>Reads the mention in a document.</summary>
    /// <param name="document">The document.</param>
    public static ScoredMention Read(JsonElement document) => CosmosJson.Read(document, SocialListeningJsonContext.Default.ScoredMention);

    /// <summary>Gives a stored mention with the counters of a later reading; a counter that the later reading lacks stays.</summary>
    /// <param name="stored">The stored mention.</param>
    /// <param name="later">The later reading.</param>
    public static ScoredMention Refresh(ScoredMention stored, ScoredMention later) => stored with
    {
        CollectedAtUtc = later.CollectedAtUtc,
        Mention = stored.Mention with
        {
            Likes = later.Mention.Likes ?? stored.Mention.Likes,
            Replies = later.Mention.Replies ?? stored.Mention.Replies,
            Reposts = later.Mention.Reposts ?? stored.Mention.Reposts,
            Quotes = later.Mention.Quotes ?? stored.Mention.Quotes,
            Views = later.Mention.Views ?? stored.Mention.Views,
            AuthorFollowers = later.Mention.AuthorFollowers ?? stored.Mention.AuthorFollowers,
        },
    };
}
