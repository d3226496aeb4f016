namespace SocialListening.CosmosDouble.Resources;

/// <summary>
/// The tags a write or a read depends on. The service heeds If-Match on replace, delete, patch and on an upsert that
/// finds a document, and If-None-Match on reads only.
/// </summary>
internal readonly record struct Preconditions(string? IfMatch, string? IfNoneMatch)
{
    /// <summary>Whether a write may touch this version.</summary>
    public bool AllowWrite(StoredDocument document) => IfMatch is null or "*" || string.Equals(IfMatch, document.ETag, StringComparison.Ordinal);

    /// <summary>Whether a reader already has this version.</summary>
    public bool AlreadyRead(StoredDocument document) => IfNoneMatch == "*" || string.Equals(IfNoneMatch, document.ETag, StringComparison.Ordinal);
}
