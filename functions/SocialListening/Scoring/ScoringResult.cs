using System.Diagnostics.CodeAnalysis;
using SocialListening.Contracts;

namespace SocialListening.Scoring;

/// <summary>The score of one mention, or why it cannot be scored.</summary>
/// <param name="Score">The score; <see langword="null"/> when there is none.</param>
/// <param name="Failure">Why not, without post text; <see langword="null"/> when there is a score.</param>
public readonly record struct ScoringResult(MentionScore? Score, string? Failure)
{
    /// <summary>Whether there is a score.</summary>
    [MemberNotNullWhen(true, nameof(Score))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsScored => Score is not null;

    /// <summary>A result that is a score.</summary>
    /// <param name="score">The score.</param>
    public static ScoringResult Scored(MentionScore score) => new(score, null);

    /// <summary>A result that says why there is none.</summary>
    /// <param name="reason">The reason, without post text.</param>
    public static ScoringResult Failed(string reason) => new(null, reason);
}
