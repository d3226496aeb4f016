using System.ComponentModel.DataAnnotations;
using SocialListening.Contracts;

namespace SocialListening.Scoring.Cascade;

/// <summary>Which texts are judged by the language service, and how much that may cost.</summary>
public sealed class CascadeOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Scoring";

    /// <summary>
    /// <see cref="ScoringMode.Embedded"/>: none. <see cref="ScoringMode.Cascade"/>: those that the embedded scorer is unsure of and
    /// that matter. <see cref="ScoringMode.Azure"/>: all, as far as the budget goes. Default embedded.
    /// </summary>
    [EnumDataType(typeof(ScoringMode))]
    public ScoringMode Mode { get; set; }

    /// <summary>
    /// The most text records billed in a day (UTC): a record is 1,000 characters begun, once for each kind of analysis. 0 to
    /// 100,000,000. Default 160, which keeps a month within the 5,000 records of the free tier.
    /// </summary>
    [Range(0, 100_000_000)]
    public int DailyBudget { get; set; } = 160;

    /// <summary>
    /// The least weight (uncertainty times importance, 0 to 1) of a text that the service is asked for while spending lies behind
    /// the day's plan; the closer the budget comes to its end, the more weight is asked. Default 0.15.
    /// </summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.15;

    /// <summary>How long an answer serves every post with the same text, 1 to 366 days. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AnswersKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long after its creation a post may wait for the service before the embedded answer is final, 1 hour to 90 days. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PendingFor { get; set; } = TimeSpan.FromDays(3);
}
