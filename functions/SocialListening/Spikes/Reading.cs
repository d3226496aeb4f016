namespace SocialListening.Spikes;

/// <summary>One bucket of one series as the detector sees it.</summary>
internal readonly record struct Reading(bool Collected, int Total, int Negative, int Neutral, int Positive, int Authors, int Duplicates, float Completeness)
{
    public static readonly Reading Missing = new(false, 0, 0, 0, 0, 0, 0, 0);

    public bool HasTone => Negative + Neutral + Positive > 0;
}
