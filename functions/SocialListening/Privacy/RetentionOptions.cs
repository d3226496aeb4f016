using System.ComponentModel.DataAnnotations;

namespace SocialListening.Privacy;

/// <summary>How long what is stored is kept, on every backend.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Retention";

    /// <summary>
    /// How long an entry of the erasure ledger is kept: it is the proof, and what stops the erased from being collected again.
    /// 30 d to 30 a, and longer than any source looks back. Default 1,826 days, five years.
    /// </summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "10957.00:00:00")]
    public TimeSpan Erasures { get; set; } = TimeSpan.FromDays(1826);
}
