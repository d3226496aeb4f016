namespace SocialListening.Spikes;

/// <summary>The usual shares of negative and positive mentions, learnt over weeks.</summary>
internal sealed class ToneBaseline
{
    private const double PriorMentions = 60;
    private const double PriorNegative = 0.15;
    private const double PriorPositive = 0.27;
    private static readonly double Keep = double.Exp2(-1.0 / (14 * LocalCalendar.BucketsPerDay));
    private double _total;
    private double _negative;
    private double _positive;

    /// <summary>Whether the series carries tone at all.</summary>
    public bool Known => _total > 0;

    public double Negative => Math.Clamp((_negative + (PriorMentions * PriorNegative)) / (_total + PriorMentions), 0.01, 0.95);

    public double Positive => Math.Clamp((_positive + (PriorMentions * PriorPositive)) / (_total + PriorMentions), 0.01, 0.95);

    public void Learn(in Reading reading, double part)
    {
        _total = (_total * Keep) + ((reading.Negative + reading.Neutral + reading.Positive) * part);
        _negative = (_negative * Keep) + (reading.Negative * part);
        _positive = (_positive * Keep) + (reading.Positive * part);
    }

    public void Sync(ref StateCursor cursor)
    {
        cursor.Sync(ref _total);
        cursor.Sync(ref _negative);
        cursor.Sync(ref _positive);
    }
}
