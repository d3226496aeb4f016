namespace SocialListening.Contracts;

/// <summary>Where the polling of one source stands. Saved with optimistic concurrency, see the store's port.</summary>
public sealed record SourceState
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The source.</summary>
    public required string SourceId { get; init; }

    /// <summary>Creation time of the newest mention whose whole run was queued; <see langword="null"/> before the first. Never taken from the clock.</summary>
    public DateTimeOffset? Watermark { get; init; }

    /// <summary>Until when collection is known to be whole: the time of the last poll that read every page.</summary>
    public DateTimeOffset? CoveredUntil { get; init; }

    /// <summary>The part of an earlier run that a page budget or a crash left unread; <see langword="null"/> when there is none.</summary>
    public CollectionGap? Gap { get; init; }

    /// <summary>What the connector wants to remember (ETag, session, position), opaque, at most 16 KiB.</summary>
    public string? Memo { get; init; }

    /// <summary>
    /// 64-bit hashes of the ids that were queued from the stretch that the next run reads again, eight bytes each, at most
    /// 1,000; saves queueing them twice. Losing it costs duplicates only.
    /// </summary>
    public byte[]? RecentIds { get; init; }

    /// <summary>When to poll next; <see langword="null"/> means at once.</summary>
    public DateTimeOffset? NextDueAtUtc { get; init; }

    /// <summary>When a poll last ended well.</summary>
    public DateTimeOffset? LastSuccessAtUtc { get; init; }

    /// <summary>When a poll last failed.</summary>
    public DateTimeOffset? LastFailureAtUtc { get; init; }

    /// <summary>The last failure, naming the source and what to do; <see langword="null"/> after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>The class of the last failure; <see langword="null"/> after a success.</summary>
    public FailureClass? LastFailureClass { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>Mentions queued by the last good poll.</summary>
    public int LastMentions { get; init; }
}
