namespace SocialListening.Insights;

/// <summary>How finely a timeline is cut. Intervals begin at whole UTC multiples of their length.</summary>
public enum TimelineInterval
{
    /// <summary>Five minutes.</summary>
    FiveMinutes,

    /// <summary>One minute: tones without platforms. Completeness is 0 where minutes were not kept, in buckets of earlier releases.</summary>
    Minute,

    /// <summary>One hour.</summary>
    Hour,

    /// <summary>One day.</summary>
    Day,
}
