using System.Runtime.CompilerServices;
using System.Text;

namespace SocialListening.Queues;

/// <summary>
/// The limits that every queue transport checks before it does anything, from
/// https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata and .../put-message.
/// </summary>
internal static class QueueRules
{
    /// <summary>The most bytes of UTF-8 in a text: 64 KiB.</summary>
    public const int MaxTextBytes = 64 * 1024;

    /// <summary>The most messages that one call receives or peeks at.</summary>
    public const int MaxMessages = 32;

    /// <summary>How long a message is kept, and the longest that it is hidden.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Checks a queue's name: 3 to 63 characters of <c>a-z 0-9 -</c>, no dash at an end and never two together.</summary>
    /// <param name="queue">The name.</param>
    /// <exception cref="ArgumentException">It is malformed.</exception>
    public static void CheckName(string queue)
    {
        var wellFormed = queue is { Length: >= 3 and <= 63 }
            && queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && queue[0] != '-' && queue[^1] != '-' && !queue.Contains("--", StringComparison.Ordinal);
        if (!wellFormed)
        {
            throw new ArgumentException($"'{queue}' is no queue name: 3 to 63 of a-z, 0-9 and single dashes inside.", nameof(queue));
        }
    }

    /// <summary>Checks that every text fits into a message.</summary>
    /// <param name="texts">The texts.</param>
    /// <exception cref="ArgumentException">One is too large.</exception>
    public static void CheckTexts(IReadOnlyCollection<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > MaxTextBytes / 3 && Encoding.UTF8.GetByteCount(text) > MaxTextBytes)
            {
                throw new ArgumentException($"A message text has {Encoding.UTF8.GetByteCount(text)} bytes; the most is {MaxTextBytes}.", nameof(texts));
            }
        }
    }

    /// <summary>Checks how many messages are asked for.</summary>
    /// <param name="maxMessages">The number, 1 to 32.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public static void CheckCount(int maxMessages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxMessages, MaxMessages);
    }

    /// <summary>Checks how long a message shall be hidden.</summary>
    /// <param name="hidden">The time, up to 7 days.</param>
    /// <param name="least">The least allowed.</param>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public static void CheckHidden(TimeSpan hidden, TimeSpan least, [CallerArgumentExpression(nameof(hidden))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hidden, Longest, name);
    }
}
