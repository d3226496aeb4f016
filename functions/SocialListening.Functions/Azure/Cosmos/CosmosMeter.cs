using System.Diagnostics.Metrics;
using System.Net;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>What the storage costs: the meter <c>SocialListening.Storage</c>.</summary>
internal static class CosmosMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "SocialListening.Storage";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Charge = Meter.CreateHistogram<double>(
        "ru", "{RU}", "Request units of one round trip to Cosmos DB; their count is the number of round trips.");

    /// <summary>Notes a round trip.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="container">The container.</param>
    /// <param name="status">The service's status.</param>
    /// <param name="charge">Its request units; 0 when the service did not say.</param>
    public static void Note(string operation, string container, HttpStatusCode status, double charge) => Charge.Record(
        charge,
        new KeyValuePair<string, object?>("operation", operation),
        new KeyValuePair<string, object?>("container", container),
        new KeyValuePair<string, object?>("status", (int)status));
}
