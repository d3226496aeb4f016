namespace SocialListening.Spikes;

/// <summary>
/// Weighs copy-paste against organic traffic over the last half hour: few authors for the number of posts, and many near
/// duplicates. Two beta-binomial deviances are added; few authors are required, since a true crisis is reposted by many.
/// </summary>
internal sealed class CoordinationEvidence
{
    private const double FewestPosts = 4;
    private const double UsualDuplicates = 0.15;
    private const double UsualRepeats = 0.12;
    private const double Intraclass = 0.03;
    private const double RepeatsNeeded = 1;
    private const double SumNeeded = 4.5;

    // Half-life of four buckets.
    private static readonly double Keep = double.Exp2(-1.0 / 4);
    private double _posts;
    private double _authors;
    private double _duplicates;

    /// <summary>Whether the traffic up to the latest bucket looks copied.</summary>
    public bool Suspicious { get; private set; }

    public void Add(in Reading reading)
    {
        _posts = (_posts * Keep) + reading.Total;
        _authors = (_authors * Keep) + (reading.Authors > 0 ? reading.Authors : reading.Total);
        _duplicates = (_duplicates * Keep) + reading.Duplicates;
        Suspicious = _posts >= FewestPosts && reading.Authors > 0 && IsCopied();
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref _posts);
        cursor.Sync(ref _authors);
        cursor.Sync(ref _duplicates);
    }

    private bool IsCopied()
    {
        var repeats = _posts - Math.Min(_authors, _posts);
        if (repeats <= UsualRepeats * _posts)
        {
            return false;
        }

        var repeated = CountDeviance.Share(repeats, _posts, UsualRepeats, Intraclass);
        if (repeated <= RepeatsNeeded)
        {
            return false;
        }

        var copied = CountDeviance.Share(Math.Min(_duplicates, _posts), _posts, UsualDuplicates, Intraclass);
        return Math.Max(copied, 0) + repeated > SumNeeded;
    }
}
