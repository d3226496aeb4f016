namespace SocialListening.Contracts;

/// <summary>The order to poll one source once. Carrying out the same order twice stores nothing twice.</summary>
public sealed record PollOrder
{
    /// <summary>The source to poll.</summary>
    public required string SourceId { get; init; }

    /// <summary>When the order was given.</summary>
    public required DateTimeOffset OrderedAtUtc { get; init; }

    /// <summary>After this instant the order is stale and dropped, since a newer one replaces it.</summary>
    public required DateTimeOffset ExpiresAtUtc { get; init; }
}
