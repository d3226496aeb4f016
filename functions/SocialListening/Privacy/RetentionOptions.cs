using System.ComponentModel.DataAnnotations;

namespace SocialListening.Privacy;

/// <summary>
/// How long what is stored is kept, on every backend: an hourly job removes it from the SQLite file, Cosmos DB removes it by time
/// to live. A change counts in the file at once, in Cosmos DB for what is written from then on.
/// </summary>
public sealed class RetentionOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Retention";

    /// <summary>How long a mention is kept after it was last read, 1 d to 10 a; counts stay. Default 396 days, thirteen months.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3653.00:00:00")]
    public TimeSpan Mentions { get; set; } = TimeSpan.FromDays(396);

    /// <summary>
    /// How long the counts of five minutes are kept, 366 d, which detection may look back, to 10 a, and no less than mentions.
    /// Default 1,096 days, three years.
    /// </summary>
    [Range(typeof(TimeSpan), "366.00:00:00", "3653.00:00:00")]
    public TimeSpan Buckets { get; set; } = TimeSpan.FromDays(1096);

    /// <summary>How long it is kept what each poll covered, 366 d to 10 a. Default 400 days.</summary>
    [Range(typeof(TimeSpan), "366.00:00:00", "3653.00:00:00")]
    public TimeSpan Coverage { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long it is kept which recipient was told of which alert, 30 d to 10 a. Default 400 days.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3653.00:00:00")]
    public TimeSpan Notifications { get; set; } = TimeSpan.FromDays(400);

    /// <summary>
    /// How long an entry of the erasure ledger is kept: it is the proof, and what stops the erased from being collected again.
    /// 30 d to 30 a, and longer than any source looks back. Default 1,826 days, five years.
    /// </summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "10957.00:00:00")]
    public TimeSpan Erasures { get; set; } = TimeSpan.FromDays(1826);
}
