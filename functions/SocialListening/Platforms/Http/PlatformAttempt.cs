using System.Net;

namespace SocialListening.Platforms.Http;

/// <summary>What one attempt brought.</summary>
/// <param name="Outcome">The outcome, if no further attempt is made.</param>
/// <param name="Status">The status of the answer; <see langword="null"/> when no call was made.</param>
/// <param name="RetryAt">When the host allows the next call, if it said so.</param>
internal sealed record PlatformAttempt(HttpOutcome Outcome, HttpStatusCode? Status = null, DateTimeOffset? RetryAt = null);
