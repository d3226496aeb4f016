namespace SocialListening.Platforms.Http;

/// <summary>The names and the form of a platform's own rate limit headers.</summary>
/// <param name="Remaining">The header with the calls left in the window.</param>
/// <param name="Reset">The header with the window's end.</param>
/// <param name="Form">How the end is written.</param>
internal sealed record RateHeaders(string Remaining, string Reset, ResetForm Form);
