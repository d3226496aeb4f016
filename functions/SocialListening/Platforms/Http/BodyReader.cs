namespace SocialListening.Platforms.Http;

/// <summary>Reads bodies up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="content">The content of an answer.</param>
    /// <param name="limit">The most bytes to read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The bytes, at most <paramref name="limit"/>, and whether the body goes on after them.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool More)> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream((int)Math.Clamp(content.Headers.ContentLength ?? 16384, 0, Math.Min(limit, 1 << 20)));
        var chunk = new byte[16384];
        while (true)
        {
            var read = await stream.ReadAsync(chunk, cancellationToken);
            if (read == 0)
            {
                return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), false);
            }

            var room = limit - (int)buffer.Length;
            buffer.Write(chunk, 0, Math.Min(read, room));
            if (read > room)
            {
                return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), true);
            }
        }
    }
}
