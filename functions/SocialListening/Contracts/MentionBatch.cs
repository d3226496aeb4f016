namespace SocialListening.Contracts;

/// <summary>Mentions that travel in one queue message. See <see cref="MentionBatchCodec"/> for the wire form.</summary>
public sealed record MentionBatch
{
    /// <summary>The source query that found them, but for mentions that name another.</summary>
    public required string SourceId { get; init; }

    /// <summary>When they were read from the platform, but for mentions that say another time.</summary>
    public required DateTimeOffset CollectedAtUtc { get; init; }

    /// <summary>Whether personal data was masked in the texts as the settings say. Default <see langword="false"/>, as what an older release queued.</summary>
    public bool Masked { get; init; }

    /// <summary>The mentions, 1 to <see cref="MentionBatchCodec.MaxMentions"/>.</summary>
    public required IReadOnlyList<MatchedMention> Mentions { get; init; }
}
