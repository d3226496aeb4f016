namespace SocialListening.Functions.Terminal;

/// <summary>
/// Makes a line that cannot steer a terminal. Links, ids and words come from posts that anybody may write: a control character in
/// them could move the cursor, recolour or retitle the window, and a bidirectional control show the line in another order.
/// </summary>
internal static class TerminalText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Puts a replacement sign where a control character, a line separator or a bidirectional control stands.</summary>
    /// <param name="line">One line.</param>
    public static string Plain(string line) => line.Any(Steers) ? string.Concat(line.Select(c => Steers(c) ? Replacement : c)) : line;

    private static bool Steers(char c) => char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
