namespace SocialListening.Spikes;

/// <summary>When an episode starts, is reported again and ends. Lengths in buckets.</summary>
/// <param name="Threshold">Surprise that starts it.</param>
/// <param name="Release">Surprise that keeps it open.</param>
/// <param name="Calm">Length under the release that ends it.</param>
/// <param name="Quiet">Length after a start in which only clearly worse starts another.</param>
/// <param name="Repeat">Least length between two reports of the same episode.</param>
/// <param name="Worse">Surprise above the last reported that is clearly worse.</param>
/// <param name="Patience">Length since it was last above the release for which what cannot be judged does not end it.</param>
internal readonly record struct EpisodeRules(double Threshold, double Release, double Calm, double Quiet, double Repeat, double Worse, double Patience)
{
    public static EpisodeRules Of(DetectorSettings settings, double threshold) => new(
        threshold,
        threshold * settings.Release,
        settings.EndHours * LocalCalendar.BucketsPerHour,
        settings.QuietHours * LocalCalendar.BucketsPerHour,
        settings.WorsenHours * LocalCalendar.BucketsPerHour,
        settings.WorsenBy,
        settings.PatienceHours * LocalCalendar.BucketsPerHour);

    /// <summary>For what ends soon and is reported once.</summary>
    public static EpisodeRules Brief(DetectorSettings settings, double threshold) => Of(settings, threshold) with
    {
        Calm = settings.ShortEndHours * LocalCalendar.BucketsPerHour,
        Worse = double.PositiveInfinity,
    };
}
