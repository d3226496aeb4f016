namespace SocialListening.Spikes;

/// <summary>The last buckets as observed, so that a late one can be put in its place and what follows be judged again.</summary>
internal sealed class BucketLog
{
    public const int Length = 72;
    private const int Fields = 9;
    private readonly int[] _entries = new int[Length * Fields];
    private readonly List<int[]> _parts = [];

    /// <summary>A part's count where the part was not known yet.</summary>
    public const int Unknown = -1;

    public void AddPart()
    {
        var counts = new int[Length];
        Array.Fill(counts, Unknown);
        _parts.Add(counts);
    }

    public Reading this[long bucket]
    {
        get
        {
            var e = _entries.AsSpan((int)(bucket % Length) * Fields, Fields);
            return new Reading(e[0] != 0, e[1], e[2], e[3], e[4], e[5], e[6], BitConverter.Int32BitsToSingle(e[7]));
        }

        set
        {
            var e = _entries.AsSpan((int)(bucket % Length) * Fields, Fields);
            e[0] = value.Collected ? 1 : 0;
            e[1] = value.Total;
            e[2] = value.Negative;
            e[3] = value.Neutral;
            e[4] = value.Positive;
            e[5] = value.Authors;
            e[6] = value.Duplicates;
            e[7] = BitConverter.SingleToInt32Bits(value.Completeness);
        }
    }

    public ref int Part(long bucket, int part) => ref _parts[part][bucket % Length];

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(_entries);
        foreach (var part in _parts)
        {
            cursor.Sync(part);
        }
    }

    public int Size => (_entries.Length + (_parts.Count * Length)) * sizeof(int);
}
