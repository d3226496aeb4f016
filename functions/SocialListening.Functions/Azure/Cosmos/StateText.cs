using System.IO.Compression;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// A detection state as text: Brotli, then Base64. The state is written after each detection, so its size is what a quiet brand
/// costs; numbers that repeat make it about a sixth.
/// </summary>
internal static class StateText
{
    /// <summary>Writes it.</summary>
    /// <param name="state">The state.</param>
    public static string Write(byte[] state)
    {
        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(state);
        }

        return Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads it.</summary>
    /// <param name="text">What <see cref="Write"/> gave.</param>
    /// <exception cref="FormatException">It is no Base64.</exception>
    /// <exception cref="InvalidDataException">It is no Brotli.</exception>
    public static byte[] Read(string text)
    {
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        using var state = new MemoryStream();
        brotli.CopyTo(state);
        return state.ToArray();
    }
}
