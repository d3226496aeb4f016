namespace SocialListening.Functions.Http;

/// <summary>The body of a correction as it comes.</summary>
internal sealed record CorrectionRequest
{
    public string? Sentiment { get; init; }

    public string? Note { get; init; }

    public string? By { get; init; }

    public int? Revision { get; init; }
}
