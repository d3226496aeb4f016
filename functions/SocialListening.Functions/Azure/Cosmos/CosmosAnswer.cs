using System.Net;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>What the service said to one call. Failures are values here, since several of them are expected.</summary>
/// <param name="Status">The status; 408 for a call that nobody knows the outcome of.</param>
/// <param name="SubStatus">The service's finer code, 0 for none.</param>
/// <param name="ETag">The version of the document that was read or written.</param>
/// <param name="Body">The JSON that came back; empty for a write.</param>
/// <param name="RetryAfter">How long the service asks to wait.</param>
internal readonly record struct CosmosAnswer(HttpStatusCode Status, int SubStatus = 0, string? ETag = null, ReadOnlyMemory<byte> Body = default, TimeSpan? RetryAfter = null)
{
    private const int SessionNotAvailable = 1002;

    /// <summary>Whether the call did what it was meant to.</summary>
    public bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>Whether somebody else wrote first: a condition failed, or the document exists already.</summary>
    public bool Conflicted => Status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed;

    /// <summary>
    /// Whether the same call may go well a moment later. A write may have been carried out nevertheless. 404/1002 is a region that
    /// has not caught up with the session yet, and no missing document.
    /// </summary>
    public bool Passing => (int)Status is 408 or 410 or 429 or 449 or 500 or 502 or 503 or 504 || (Status is HttpStatusCode.NotFound && SubStatus == SessionNotAvailable);
}
