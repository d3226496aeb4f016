using System.Text.Json;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>A document as it is kept: never changed, only replaced.</summary>
internal sealed class StoredDocument(string id, KeyValue key, byte[] body, string rid, string etag, long timestamp, int? timeToLive, long lsn)
{
    private JsonDocument? _parsed;

    public string Id => id;

    public KeyValue Key => key;

    /// <summary>UTF-8 JSON with the system properties.</summary>
    public byte[] Body => body;

    public string Rid => rid;

    /// <summary>Its place among the container's documents: that of their creation.</summary>
    public long Number { get; } = ResourceIds.Number(rid);

    /// <summary>Quotes included.</summary>
    public string ETag => etag;

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public long Timestamp => timestamp;

    /// <summary>The document's own time to live: null for the container's, -1 for ever.</summary>
    public int? TimeToLive => timeToLive;

    /// <summary>The container's write number under which this version was stored.</summary>
    public long Lsn => lsn;

    /// <summary>The parsed body. Two threads may both parse it; either result serves.</summary>
    public JsonElement Root => (_parsed ??= JsonDocument.Parse(body, DocumentBody.Parsing)).RootElement;
}
