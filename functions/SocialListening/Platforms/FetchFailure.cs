using SocialListening.Contracts;

namespace SocialListening.Platforms;

/// <summary>Why a page could not be read.</summary>
/// <param name="Class">What it means for the next call.</param>
/// <param name="Message">What happened and what to do, naming the host; holds no secret and no post text.</param>
/// <param name="RetryAt">When the platform allows the next call; <see langword="null"/> when it did not say.</param>
/// <param name="RestartRun">Whether the page token is no longer valid and the run must start from its first page. Default <see langword="false"/>.</param>
public sealed record FetchFailure(FailureClass Class, string Message, DateTimeOffset? RetryAt = null, bool RestartRun = false) : FetchResult;
