using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Contracts;

/// <summary>Makes the deterministic id of an alert.</summary>
public static class AlertId
{
    /// <summary>Gives the first 16 bytes, in lower-case hex, of SHA-256 over brand, series and onset bucket.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="series">The series.</param>
    /// <param name="onsetBucket">Start of the onset bucket; its UTC instant counts, not its offset.</param>
    public static string Of(string brandId, string series, DateTimeOffset onsetBucket)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{brandId}\n{series}\n{onsetBucket.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
    }
}
