using System.Net;

namespace SocialListening.Platforms.Http;

/// <summary>An answer with its whole body. Its text form shows no body.</summary>
internal sealed record PlatformResponse
{
    /// <summary>The status.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>The media type in lower case; empty when not said.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The charset of the content type; <see langword="null"/> when not said.</summary>
    public string? Charset { get; init; }

    /// <summary>The body, decompressed; of a failure at most its first 64 KiB.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Uri { get; init; }

    /// <summary>Where the asked address has moved for good; <see langword="null"/> when it has not.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>The ETag header, verbatim.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified header, verbatim.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the answer stays fresh by Cache-Control.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The Link header's targets by their relation.</summary>
    public IReadOnlyDictionary<string, Uri> Links { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Whether the body looks like a web page.</summary>
    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml" || HtmlSniffer.LooksLikeHtml(Body.Span);

    public override string ToString() => $"{(int)Status} from {Uri.IdnHost}";
}
