using System.ComponentModel.DataAnnotations;

namespace SocialListening.Functions.Telemetry;

/// <summary>
/// What metered calls cost, for the metric <c>sociallistening.spend</c>. Section <c>Prices</c>. The defaults are public list
/// prices in US dollars without discounts; prices differ by region and change, so check yours.
/// </summary>
internal sealed class PricesOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Prices";

    /// <summary>The currency by ISO 4217. Default <c>USD</c>.</summary>
    [Required]
    [RegularExpression("[A-Z]{3}", ErrorMessage = "Prices:Currency is a code of three capital letters, such as EUR.")]
    public string Currency { get; set; } = "USD";

    /// <summary>10,000 operations on storage queues, 0 to 1,000. Default 0.004.</summary>
    [Range(0.0, 1_000)]
    public double QueueOperations10K { get; set; } = 0.004;

    /// <summary>A million request units of Cosmos DB, serverless, 0 to 1,000. Default 0.25. With provisioned throughput the bill does not follow use: set 0.</summary>
    [Range(0.0, 1_000)]
    public double RequestUnitsMillion { get; set; } = 0.25;

    /// <summary>1,000 text records of Azure AI Language, 0 to 1,000. Default 1.</summary>
    [Range(0.0, 1_000)]
    public double LanguageRecordsThousand { get; set; } = 1;
}
