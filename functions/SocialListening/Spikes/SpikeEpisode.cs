namespace SocialListening.Spikes;

/// <summary>The life of one spike: when it began, how bad it got, when it was last reported.</summary>
internal sealed class SpikeEpisode
{
    public bool Active;
    public long Onset;
    public long Started;
    public long Reported;
    public long LastHot;
    public long QuietUntil;
    public double ReportedSurprise;
    public double PeakSurprise;
    public double Severity;
    public int Kind;

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref Active);
        cursor.Sync(ref Onset);
        cursor.Sync(ref Started);
        cursor.Sync(ref Reported);
        cursor.Sync(ref LastHot);
        cursor.Sync(ref QuietUntil);
        cursor.Sync(ref ReportedSurprise);
        cursor.Sync(ref PeakSurprise);
        cursor.Sync(ref Severity);
        cursor.Sync(ref Kind);
    }
}
