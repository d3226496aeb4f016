namespace SocialListening.Platforms.Http;

/// <summary>How a call ended: a good answer (2xx, or 304 to a conditional call), or a failure with the answer that caused it, if there was one.</summary>
/// <param name="Response">The answer; <see langword="null"/> when none came.</param>
/// <param name="Failure">The failure; <see langword="null"/> after a good answer.</param>
internal sealed record HttpOutcome(PlatformResponse? Response, FetchFailure? Failure)
{
    /// <summary>A good answer.</summary>
    public static HttpOutcome Ok(PlatformResponse response) => new(response, null);

    /// <summary>A failure.</summary>
    public static HttpOutcome Failed(FetchFailure failure, PlatformResponse? response = null) => new(response, failure);
}
