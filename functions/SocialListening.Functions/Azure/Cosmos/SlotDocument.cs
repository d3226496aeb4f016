using System.Text.Json.Nodes;
using SocialListening.Privacy;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>One document of a slot within a transaction.</summary>
/// <param name="id">Its id.</param>
/// <param name="etag">The version that was read; <see langword="null"/> for one that did not exist.</param>
internal abstract class SlotDocument(string id, string? etag)
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>The version that was read; <see langword="null"/> for one that did not exist.</summary>
    public string? ETag => etag;

    /// <summary>Whether it must be written.</summary>
    public bool Changed { get; set; }

    /// <summary>Gives it as it is to be stored.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="retention">How long mentions and their counts are kept.</param>
    public abstract JsonObject ToJson(string slot, RetentionOptions retention);
}
