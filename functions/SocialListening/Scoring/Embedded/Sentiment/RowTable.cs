using System.Runtime.InteropServices;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>
/// A copy of a table whose rows start at an address that 64 divides, so that the rows of one feature, which lie in one
/// block of sixteen, are read together.
/// </summary>
internal sealed class RowTable
{
    private const int LineBytes = 64;

    private readonly uint[] _rows;
    private readonly int _first;

    /// <summary>Copies <paramref name="rows"/>.</summary>
    public RowTable(uint[] rows)
    {
        _rows = GC.AllocateUninitializedArray<uint>(rows.Length + (LineBytes / sizeof(uint)), pinned: true);
        var over = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_rows, 0) % LineBytes);
        _first = over == 0 ? 0 : (LineBytes - over) / sizeof(uint);
        rows.CopyTo(_rows, _first);
    }

    /// <summary>The first row.</summary>
    public ref uint First => ref _rows[_first];
}
