namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>Scores of a text or of a part of it; those of parts add up.</summary>
internal struct TextScores
{
    /// <summary>Negative against neutral.</summary>
    public float Negative;

    /// <summary>Positive against neutral.</summary>
    public float Positive;

    /// <summary>What the register of organisations adds to <see cref="Negative"/> when the text is certainly of it.</summary>
    public float VoiceNegative;

    /// <summary>What the register of organisations adds to <see cref="Positive"/>.</summary>
    public float VoicePositive;

    /// <summary>Log odds of offence.</summary>
    public float Offensive;

    /// <summary>Log odds of the register of organisations.</summary>
    public float Register;

    /// <summary>Adds the scores of another part.</summary>
    public void Add(in TextScores other)
    {
        Negative += other.Negative;
        Positive += other.Positive;
        VoiceNegative += other.VoiceNegative;
        VoicePositive += other.VoicePositive;
        Offensive += other.Offensive;
        Register += other.Register;
    }

    /// <summary>Adds the register's scores as far as the text is likely to be of it, and answers how likely, 0 to 1.</summary>
    /// <param name="bias">Added to the log odds.</param>
    public float Mix(float bias)
    {
        var share = 1 / (1 + MathF.Exp(-(Register + bias)));
        Negative += share * VoiceNegative;
        Positive += share * VoicePositive;
        return share;
    }
}
