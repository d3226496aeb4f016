namespace SocialListening.Insights;

/// <summary>What happened around a brand in a window <c>[From, To)</c>.</summary>
public sealed record StoryReport
{
    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>Start of the window, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Mentions in the window.</summary>
    public required int Mentions { get; init; }

    /// <summary>Mentions that were grouped; when fewer than <see cref="Mentions"/>, the counts of stories are of these.</summary>
    public required int MentionsRead { get; init; }

    /// <summary>Stories of two wordings or more, also those past the limit.</summary>
    public required int Count { get; init; }

    /// <summary>Mentions read that tell no story with others.</summary>
    public required int Alone { get; init; }

    /// <summary>The stories, that with the most posts first.</summary>
    public required IReadOnlyList<StoryEntry> Stories { get; init; }
}
