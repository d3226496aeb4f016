using Microsoft.AspNetCore.Http;

namespace SocialListening.Functions.Http;

/// <summary>Reads bodies that have a bound.</summary>
internal static class BodyBytes
{
    /// <summary>Reads a body. A longer one is cut, and is then no JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[most];
        var read = await request.Body.ReadAtLeastAsync(buffer, most, throwOnEndOfStream: false, cancellationToken);
        return buffer[..read];
    }
}
