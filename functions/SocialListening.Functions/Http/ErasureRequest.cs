namespace SocialListening.Functions.Http;

/// <summary>The body of a request to erase as it comes.</summary>
internal sealed record ErasureRequest
{
    public string? Platform { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string?>? Posts { get; init; }

    public string? Reason { get; init; }
}
