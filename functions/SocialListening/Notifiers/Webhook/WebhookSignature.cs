using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Notifiers.Webhook;

/// <summary>
/// Signs webhook bodies: header <c>SocialListening-Signature: t=UNIX_SECONDS,v1=HEX</c>, where HEX is HMAC-SHA-256 (RFC 2104)
/// with the shared secret over <c>UNIX_SECONDS.BODY</c>. A receiver computes the same, compares in constant time, and refuses
/// times more than five minutes away.
/// </summary>
internal static class WebhookSignature
{
    public const string HeaderName = "SocialListening-Signature";

    public static string Sign(string secret, DateTimeOffset time, ReadOnlySpan<byte> body)
    {
        var timestamp = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(timestamp));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        return $"t={timestamp},v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
