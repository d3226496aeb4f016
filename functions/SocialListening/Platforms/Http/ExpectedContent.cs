namespace SocialListening.Platforms.Http;

/// <summary>What a body must be.</summary>
internal enum ExpectedContent
{
    /// <summary>JSON by its content type, or without a content type.</summary>
    Json,

    /// <summary>Anything; the caller looks for itself.</summary>
    Any,
}
