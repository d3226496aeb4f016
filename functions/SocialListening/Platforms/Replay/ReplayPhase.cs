namespace SocialListening.Platforms.Replay;

/// <summary>One stretch of the replay's script in which texts of one file appear.</summary>
internal sealed record ReplayPhase
{
    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>The file of texts, without its ending.</summary>
    public required string Texts { get; init; }

    /// <summary>When it begins, in UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it is over, in UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Mentions an hour at a moment.</summary>
    public required Func<DateTimeOffset, double> Rate { get; init; }

    /// <summary>Whether the texts appear in the order of the file, as a story.</summary>
    public bool InOrder { get; init; } = true;

    /// <summary>Whether a few accounts paste the texts again and again.</summary>
    public bool CopyPaste { get; init; }
}
