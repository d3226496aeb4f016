using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Until when spike detection has judged a brand's buckets, in a small document beside the detection state, which storing
/// mentions reads each time. It lies in another partition than the counts: a mention stored in the same moment as a judgement
/// may go unmarked. The mark is for people; the detector compares revisions.
/// </summary>
internal static class CosmosJudgement
{
    /// <summary>The document's id.</summary>
    public const string Id = "judged";

    /// <summary>Reads it.</summary>
    /// <param name="alerts">The container.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The end of the last judged bucket; the beginning of time before the first.</returns>
    public static async Task<DateTimeOffset> ReadAsync(CosmosTable alerts, string brandId, CancellationToken cancellationToken)
    {
        var answer = await alerts.ReadAsync(new PartitionKey(brandId), Id, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return DateTimeOffset.MinValue;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.GetProperty("until").GetDateTimeOffset();
    }

    /// <summary>Gives it as a document.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="until">The end of the last judged bucket.</param>
    public static JsonObject ToDocument(string brandId, DateTimeOffset until) =>
        new() { ["id"] = Id, ["brandId"] = brandId, ["type"] = Id, ["until"] = CosmosJson.Instant(until) };
}
