namespace SocialListening.Spikes;

/// <summary>How surprising the latest windows are, and which of them says so most.</summary>
/// <param name="Surprise">On the Gumbel scale; negative infinity when nothing could be judged.</param>
/// <param name="Scale">Number of the window in <see cref="WindowSums"/>.</param>
internal readonly record struct Evidence(double Surprise, int Scale)
{
    /// <summary>Nothing surprises.</summary>
    public static readonly Evidence None = new(double.NegativeInfinity, 0);

    /// <summary>Too little of the windows was collected to say anything: neither a surprise nor calm.</summary>
    public static readonly Evidence Missing = None with { IsMissing = true };

    public bool IsMissing { get; private init; }
}
