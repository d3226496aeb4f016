using System.Text;

namespace SocialListening.Queues;

/// <summary>
/// The Base64 form in which texts travel through queues: what the Functions queue trigger expects with
/// <c>extensions.queues.messageEncoding = base64</c> in <c>host.json</c>.
/// </summary>
public static class QueueText
{
    /// <summary>Gives the wire form of a text.</summary>
    /// <param name="text">The text.</param>
    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a wire form.</summary>
    /// <param name="wire">The wire form.</param>
    /// <param name="text">The text, or an empty string.</param>
    /// <returns><see langword="false"/> when it is no Base64.</returns>
    public static bool TryDecode(string wire, out string text)
    {
        var bytes = new byte[((wire.Length / 4) + 1) * 3];
        if (!Convert.TryFromBase64String(wire, bytes, out var written))
        {
            text = string.Empty;
            return false;
        }

        text = Encoding.UTF8.GetString(bytes, 0, written);
        return true;
    }
}
