namespace SocialListening.Contracts;

/// <summary>
/// One entry of the erasure ledger: the proof that something was erased, and what stops it from coming back. It names nobody:
/// its key is a keyed hash.
/// </summary>
public sealed record ErasureRecord
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>A keyed hash of the post's or the author's id: <c>post-</c> or <c>author-</c> and 32 hex digits.</summary>
    public required string Key { get; init; }

    /// <summary>What is erased.</summary>
    public required ErasureKind Kind { get; init; }

    /// <summary>The platform, whose terms set the clock.</summary>
    public required string Platform { get; init; }

    /// <summary>Why.</summary>
    public required ErasureReason Reason { get; init; }

    /// <summary>When it was first asked for. From here on nothing of it is stored anew.</summary>
    public required DateTimeOffset RequestedAtUtc { get; init; }

    /// <summary>When nothing of it was left for the first time; <see langword="null"/> before.</summary>
    public DateTimeOffset? ErasedAtUtc { get; init; }

    /// <summary>When a second look, after everything that was under way had ended, found nothing either; <see langword="null"/> before.</summary>
    public DateTimeOffset? DoneAtUtc { get; init; }

    /// <summary>Stored mentions that were deleted, each brand's copy by itself. A crash between deleting and noting may make it too small, never too large.</summary>
    public int Mentions { get; init; }

    /// <summary>Links that were taken out of alerts; may be too small in the same way.</summary>
    public int AlertPosts { get; init; }

    /// <summary>When the entry itself may go. Afterwards the post or author could be collected again.</summary>
    public required DateTimeOffset ExpiresAtUtc { get; init; }
}
