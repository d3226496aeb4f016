namespace SocialListening.Spikes;

/// <summary>The series of one brand after some bucket; can be copied into bytes and back.</summary>
internal sealed class BrandState(DetectorSettings settings)
{
    /// <summary>Parts beyond this many are ignored: the state is bounded.</summary>
    public const int MostSeries = 64;

    private readonly List<SeriesDetection> _series = [new SeriesDetection("all", settings)];

    public IReadOnlyList<SeriesDetection> Series => _series;

    public SeriesDetection All => _series[0];

    public void Add(string key) => _series.Add(new SeriesDetection(key, settings));

    /// <summary>Bytes that <see cref="Sync"/> needs.</summary>
    public int Size => _series.Count * SeriesBytes;

    public static int SeriesBytes { get; } = Measure();

    public void Sync(ref StateCursor cursor, int series)
    {
        for (var i = 0; i < series; i++)
        {
            _series[i].Sync(ref cursor);
        }
    }

    /// <summary>Starts the series from <paramref name="first"/> on afresh.</summary>
    public void Reset(int first)
    {
        for (var i = first; i < _series.Count; i++)
        {
            _series[i] = new SeriesDetection(_series[i].Key, settings);
        }
    }

    private static int Measure()
    {
        var cursor = StateCursor.Writer(new byte[16 * 1024]);
        new SeriesDetection(string.Empty, DetectorSettings.Default).Sync(ref cursor);
        return cursor.Position;
    }
}
