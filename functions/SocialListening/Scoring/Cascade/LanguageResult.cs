using System.Diagnostics.CodeAnalysis;
using SocialListening.Contracts;

namespace SocialListening.Scoring.Cascade;

/// <summary>What the service said of one text.</summary>
/// <param name="Answer">The answer; <see langword="null"/> when there is none.</param>
/// <param name="Failure">Why there is none; <see langword="null"/> when there is one.</param>
/// <param name="Records">Text records that the service says it billed; 0 when it answered nothing.</param>
public sealed record LanguageResult(LanguageAnswer? Answer, LanguageFailure? Failure, int Records)
{
    /// <summary>Why a <see cref="LanguageAnswer.IsPartial"/> answer lacks what it lacks; <see langword="null"/> when it lacks nothing.</summary>
    public LanguageFailure? Missing { get; init; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsAnswered => Answer is not null;
}
