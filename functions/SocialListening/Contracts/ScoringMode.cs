namespace SocialListening.Contracts;

/// <summary>The setting under which a mention was scored. The engine that answered is <see cref="MentionScore.Engine"/>.</summary>
public enum ScoringMode
{
    /// <summary>The embedded scorer alone.</summary>
    Embedded,

    /// <summary>The embedded scorer first, a service for what it is unsure of.</summary>
    Cascade,

    /// <summary>A service for every text, the embedded scorer where it cannot answer.</summary>
    Azure,
}
