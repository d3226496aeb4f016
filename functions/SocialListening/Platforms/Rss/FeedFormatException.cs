namespace SocialListening.Platforms.Rss;

/// <summary>A body is no feed that is read here. The message names no content.</summary>
/// <param name="message">What is wrong, fit to follow the host's name.</param>
/// <param name="mayPass">Whether a later read may succeed, as after a broken transfer.</param>
internal sealed class FeedFormatException(string message, bool mayPass) : Exception(message)
{
    /// <summary>Whether a later read may succeed.</summary>
    public bool MayPass { get; } = mayPass;
}
