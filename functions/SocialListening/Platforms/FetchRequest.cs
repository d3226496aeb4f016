using SocialListening.Contracts;

namespace SocialListening.Platforms;

/// <summary>A request for one page of a source.</summary>
public sealed record FetchRequest
{
    /// <summary>The source.</summary>
    public required SourceQuery Source { get; init; }

    /// <summary>The brand that the source belongs to; its query is rendered when the source names no terms of its own.</summary>
    public required Brand Brand { get; init; }

    /// <summary>Mentions made before this instant are not wanted; the caller has taken the overlap off already.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Mentions made at or after this instant are not wanted; <see langword="null"/> for no upper end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The <see cref="FetchPage.NextPageToken"/> of the page before in this run; <see langword="null"/> for the first page.</summary>
    public string? PageToken { get; init; }

    /// <summary>The last <see cref="FetchPage.Memo"/> whose run was completed; <see langword="null"/> before the first.</summary>
    public string? Memo { get; init; }
}
