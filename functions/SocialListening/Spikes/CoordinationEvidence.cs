namespace SocialListening.Spikes;

/// <summary>
/// Weighs copy-paste against organic traffic over the last half hour: few authors for the number of posts, many near
/// duplicates. A log likelihood ratio, discounted by age.
/// </summary>
internal sealed class CoordinationEvidence
{
    private static readonly double Keep = double.Exp2(-1.0 / 4);
    private double _posts;
    private double _authors;
    private double _duplicates;

    public bool Suspicious { get; private set; }

    public void Add(in Reading reading, double expected)
    {
        _posts = (_posts * Keep) + reading.Total;
        _authors = (_authors * Keep) + (reading.Authors > 0 ? reading.Authors : reading.Total);
        _duplicates = (_duplicates * Keep) + reading.Duplicates;
        Suspicious = false;
        if (_posts < 4 || reading.Authors == 0)
        {
            return;
        }

        var copied = CountDeviance.Share(Math.Min(_duplicates, _posts), _posts, 0.15, 0.03);
        var repeated = CountDeviance.Share(_posts - Math.Min(_authors, _posts), _posts, 0.12, 0.03);
        Suspicious = Math.Max(copied, 0) + Math.Max(repeated, 0) > 4.5;
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref _posts);
        cursor.Sync(ref _authors);
        cursor.Sync(ref _duplicates);
    }
}
