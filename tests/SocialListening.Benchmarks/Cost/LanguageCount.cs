using Azure;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Functions.Azure.Language;
using SocialListening.Functions.Tests.Language;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Benchmarks.Cost;

/// <summary>What asking the language service for every text takes, in calls and in billed records.</summary>
/// <param name="Calls">Calls.</param>
/// <param name="Records">Billed text records, as the service on loopback counts them.</param>
internal sealed record LanguageCount(int Calls, int Records)
{
    /// <summary>Asks for texts through the product's adapter and the SDK.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="atOnce">How many the adapter is given at once.</param>
    /// <param name="cancellationToken">Cancels between calls.</param>
    public static async Task<LanguageCount> MeasureAsync(IReadOnlyList<string> texts, int atOnce, CancellationToken cancellationToken)
    {
        await using var server = await LanguageServer.StartAsync();
        var options = new LanguageOptions { Endpoint = server.Endpoint.ToString(), Key = "key" };
        var client = new TextAnalyticsClient(server.Endpoint, new AzureKeyCredential("key"), LanguageRegistration.ClientOptions(options, TimeProvider.System));
        var service = new AzureLanguageService(client, options, TimeProvider.System, NullLogger<AzureLanguageService>.Instance);
        foreach (var batch in texts.Chunk(atOnce))
        {
            await service.AskAsync([.. batch.Select(text => new LanguageQuestion(text, "fr"))], cancellationToken);
        }

        return new LanguageCount(server.Requests.Count, server.Billed);
    }
}
