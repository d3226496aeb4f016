namespace SocialListening.Contracts;

/// <summary>What is known of one text, or of one language, at the language service: who is asking, and what it answered. Holds no text.</summary>
public sealed record LedgerEntry
{
    /// <summary>The version of this document's shape. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The key: a hash of the normalised text and its language, or the name of a language; 1 to 64 of <c>A-Z a-z 0-9 - _</c>.</summary>
    public required string Key { get; init; }

    /// <summary>How often the service was asked without its answer being known; counted before the call.</summary>
    public int Attempts { get; init; }

    /// <summary>The call that is asking now; <see langword="null"/> when none is.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Until when that call may still bring its answer.</summary>
    public DateTimeOffset? AskedUntilUtc { get; init; }

    /// <summary>The answer; <see langword="null"/> while there is none.</summary>
    public LanguageAnswer? Answer { get; init; }

    /// <summary>Why there never will be one, for a person; <see langword="null"/> while there may be.</summary>
    public string? Refusal { get; init; }

    /// <summary>When the entry has served its time and may be removed, in UTC.</summary>
    public required DateTimeOffset ExpiresAtUtc { get; init; }
}
