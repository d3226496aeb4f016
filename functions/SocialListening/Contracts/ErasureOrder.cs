namespace SocialListening.Contracts;

/// <summary>The order to erase posts, or everything of one author. It names whom it is about, and is gone once it is carried out. Carrying it out twice erases nothing twice.</summary>
public sealed record ErasureOrder
{
    /// <summary>The most posts of one order.</summary>
    public const int MaxPosts = 100;

    /// <summary>The longest id of a post or an author, in characters.</summary>
    public const int LongestId = 512;

    /// <summary>What is to be erased.</summary>
    public required ErasureKind Kind { get; init; }

    /// <summary>The platform, one of <see cref="PlatformNames"/>.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's ids of the posts, 1 to <see cref="MaxPosts"/>; or of the author, one: the id or the pseudonym that mentions carry as <see cref="Mention.AuthorId"/>.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>Why.</summary>
    public required ErasureReason Reason { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAtUtc { get; init; }

    /// <summary>Whether this is the second look, at what was under way when the first one passed.</summary>
    public bool Confirms { get; init; }

    /// <summary>Ids of mentions that were deleted already, as many as an alert might have picked up meanwhile. Default empty.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];
}
