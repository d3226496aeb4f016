namespace SocialListening.Functions.Http;

/// <summary>A problem as RFC 9457 describes it.</summary>
internal sealed record Problem(string Type, string Title, int Status, string Detail);
