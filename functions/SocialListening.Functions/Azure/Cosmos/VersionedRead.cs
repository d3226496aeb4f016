using System.Text.Json;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>What a <see cref="VersionedDocument"/> was when it was read or written.</summary>
/// <param name="Version">Its own version; 0 for none.</param>
/// <param name="Marks">The marks of its last writes.</param>
/// <param name="ETag">The service's version; <see langword="null"/> for none.</param>
internal sealed record VersionedRead(long Version, IReadOnlyList<string> Marks, string? ETag)
{
    /// <summary>No document.</summary>
    public static VersionedRead None { get; } = new(0, [], null);

    /// <summary>Reads it from a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="etag">The service's version.</param>
    public static VersionedRead Of(JsonElement document, string? etag) => new(
        document.GetProperty("version").GetInt64(), [.. document.GetProperty("writes").EnumerateArray().Select(mark => mark.GetString()!)], etag);
}
