using System.Text.Json;

namespace SocialListening.Platforms.Bluesky;

/// <summary>What an XRPC call brought: JSON, or a failure.</summary>
/// <param name="Json">The answer, to be disposed of by the caller.</param>
/// <param name="Failure">The failure.</param>
/// <param name="Error">The protocol's name of the error, if it gave one.</param>
/// <param name="IsForbiddenPage">Whether the host as such is closed to this caller: 403 with a web page.</param>
internal sealed record BlueskyAnswer(JsonDocument? Json, FetchFailure? Failure, string? Error, bool IsForbiddenPage) : IDisposable
{
    /// <summary>Whether a new access token may help.</summary>
    public bool IsStaleToken => Failure?.Class == Contracts.FailureClass.Auth;

    public void Dispose() => Json?.Dispose();

    public override string ToString() => Failure?.Message ?? "answered";
}
