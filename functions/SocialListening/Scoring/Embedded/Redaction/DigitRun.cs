namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Digits of one written number, with single separators between its groups, and where each digit stands.</summary>
internal ref struct DigitRun
{
    /// <summary>Digits read at most.</summary>
    public const int Capacity = 24;

    private Span<char> _digits;
    private Span<int> _ends;

    /// <summary>A run that writes into the buffers given, each <see cref="Capacity"/> long.</summary>
    public DigitRun(Span<char> digits, Span<int> ends)
    {
        _digits = digits;
        _ends = ends;
    }

    /// <summary>Digits read.</summary>
    public int Count { get; private set; }

    /// <summary>The digits.</summary>
    public readonly ReadOnlySpan<char> Digits => _digits[..Count];

    /// <summary>The offset behind digit <paramref name="index"/>.</summary>
    public readonly int End(int index) => _ends[index];

    /// <summary>
    /// Whether a number may begin here: a digit with no letter or digit before it, nor a point or comma that follows a
    /// digit.
    /// </summary>
    public static bool StartsAt(string text, int at) =>
        char.IsAsciiDigit(text[at])
        && (at == 0 || !(char.IsLetterOrDigit(text[at - 1])
            || (text[at - 1] is '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2]))));

    /// <summary>Reads from a digit on; up to <paramref name="most"/> separators in a row count, and only between two digits.</summary>
    public void Read(string text, int start, ReadOnlySpan<char> separators, int most = 1)
    {
        Count = 0;
        var at = start;
        while (at < text.Length && Count < Capacity)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                _digits[Count] = text[at];
                _ends[Count++] = ++at;
            }
            else
            {
                var next = at;
                while (next < text.Length && next - at < most && separators.Contains(text[next]))
                {
                    next++;
                }

                if (next == at || next == text.Length || !char.IsAsciiDigit(text[next]))
                {
                    break;
                }

                at = next;
            }
        }
    }

    /// <summary>Whether the number may end behind digit <paramref name="index"/>: no digit or letter follows directly.</summary>
    public readonly bool EndsAt(string text, int index) =>
        _ends[index] == text.Length || !char.IsLetterOrDigit(text[_ends[index]]);
}
