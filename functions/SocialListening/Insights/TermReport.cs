using SocialListening.Scoring.Phrases;

namespace SocialListening.Insights;

/// <summary>What people say of a brand in a window <c>[From, To)</c>, in phrases, against the window of the same length before it.</summary>
public sealed record TermReport
{
    /// <summary>The brand.</summary>
    public required string BrandId { get; init; }

    /// <summary>Start of the window, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Mentions in the window.</summary>
    public required int Mentions { get; init; }

    /// <summary>Mentions that were read; when fewer than <see cref="Mentions"/>, all counts of terms are of these.</summary>
    public required int MentionsRead { get; init; }

    /// <summary>Mentions in the window before.</summary>
    public required int Before { get; init; }

    /// <summary>Mentions that were read of the window before.</summary>
    public required int BeforeRead { get; init; }

    /// <summary>What most posts are about.</summary>
    public required IReadOnlyList<Term> Top { get; init; }

    /// <summary>What is surely more frequent than before; empty when nothing is known of the time before.</summary>
    public required IReadOnlyList<Term> Rising { get; init; }
}
