namespace SocialListening.Platforms.Http;

/// <summary>How a platform writes the end of its rate window.</summary>
internal enum ResetForm
{
    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    EpochSeconds,

    /// <summary>An ISO 8601 instant.</summary>
    Iso8601,

    /// <summary>Seconds from now.</summary>
    DeltaSeconds,
}
