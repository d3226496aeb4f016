using Microsoft.Extensions.Options;
using SocialListening.Functions.Telemetry;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

public sealed class SpendEstimateTests
{
    [Fact]
    public void Spend_OfMeteredCalls_IsTheirCountTimesThePrice()
    {
        using var measured = new MeasuredCalls();
        using (new SpendEstimate(Options.Create(new PricesOptions { Currency = "XTS", QueueOperations10K = 7e7, RequestUnitsMillion = 3e9, LanguageRecordsThousand = 11_000 })))
        {
            ListeningMetrics.QueueCall("send", "spend-test", 201);
            ListeningMetrics.CosmosCall("batch", "spend-test", 200, 12.5);
            ListeningMetrics.LanguageRecords("sentiment", 20);
        }

        var spent = measured.Of("sociallistening.spend", TagNames.Currency, "XTS").Select(entry => $"{entry.Tags[TagNames.Service]} {entry.Value}").ToList();
        Assert.Contains("queue 7000", spent);
        Assert.Contains("cosmos 37500", spent);
        Assert.Contains("language 220", spent);
    }
}
