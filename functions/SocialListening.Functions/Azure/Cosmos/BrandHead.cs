using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The document beside the definitions of brands that counts their changes.</summary>
/// <param name="Read">Its version, which is that of all definitions.</param>
/// <param name="Brands">How many brands there are.</param>
/// <param name="Filled">Whether nothing is to be filled in from a file any more.</param>
internal sealed record BrandHead(VersionedRead Read, int Brands, bool Filled)
{
    /// <summary>The partition of the head and of all definitions.</summary>
    public const string Partition = "brands";

    /// <summary>The head's id.</summary>
    public const string Id = "version";

    /// <summary>The head of a store that nothing was put into.</summary>
    public static BrandHead None { get; } = new(VersionedRead.None, 0, false);

    /// <summary>Reads it from its document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="etag">The service's version.</param>
    public static BrandHead Of(JsonElement document, string? etag) =>
        new(VersionedRead.Of(document, etag), document.GetProperty("brands").GetInt32(), document.GetProperty("filled").GetBoolean());

    /// <summary>Makes its document, without version and marks.</summary>
    /// <param name="brands">How many brands there are.</param>
    /// <param name="filled">Whether nothing is to be filled in from a file any more.</param>
    public static JsonObject Document(int brands, bool filled) => new()
    {
        ["id"] = Id,
        ["kind"] = Partition,
        ["type"] = Id,
        ["brands"] = brands,
        ["filled"] = filled,
    };
}
