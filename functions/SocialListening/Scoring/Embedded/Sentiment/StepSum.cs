using System.Runtime.CompilerServices;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>
/// Sums of the four signed bytes of table rows. Bytes are added with a bias of 128, two to a register of two 16-bit
/// halves, so that at most 256 rows may be added before <see cref="Take"/>.
/// </summary>
internal struct StepSum
{
    private const uint Bias = 0x80808080;
    private const uint EvenBytes = 0x00FF00FF;

    private uint _even;
    private uint _odd;

    public int Negative;
    public int Positive;
    public int Offensive;
    public int Register;

    /// <summary>Adds a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint row)
    {
        row ^= Bias;
        _even += row & EvenBytes;
        _odd += (row >> 8) & EvenBytes;
    }

    /// <summary>Moves what was added since the last time, <paramref name="count"/> rows, into the sums.</summary>
    public void Take(int count)
    {
        Negative += (int)(_even & 0xFFFF) - (128 * count);
        Positive += (int)(_odd & 0xFFFF) - (128 * count);
        Offensive += (int)(_even >> 16) - (128 * count);
        Register += (int)(_odd >> 16) - (128 * count);
        _even = 0;
        _odd = 0;
    }
}
